import type { CategoryView, ChecklistForm, FieldUnit, FieldView, FormItem } from '../../client/field-types'
import type { ClockView, IssueView, RowView } from '../../client/types'
import { begin, type Draft } from '../model/draft'
import type { OutboxItem } from '../model/outbox'

const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh })

export const NOON = Date.parse('2026-03-02T04:00:00Z')

export function row(part: Partial<RowView> = {}): RowView {
  return {
    unit: 'school/1', kind: 'School', code: '1', name: '第一小学', county: '330521', town: null, townName: '武康', category: 'primary', status: 'Active', students: 900, inspector: '督学-1', colour: 'White',
    period: '2026-03', state: 'Pending', required: 1, done: 0, recent: [], lastVisitAt: null, awaitingApproval: 0, reasons: [], nextDueAt: null,
    cases: { colour: 'Green', reasons: [], openIssues: 0, overdueIssues: 0, rung: 'None', waiting: [] }, version: 1, central: null, longitude: null, latitude: null, ...part,
  }
}

export const clock = (kind: ClockView['kind'], due: string, passed = false): ClockView => ({ kind, due, fallsAt: `${due}T16:00:00Z`, passed, what: text(kind), whenPassed: text(''), clause: null })

export function issue(no: number, part: Partial<IssueView> = {}): IssueView {
  return {
    no, category: 'S-HW-03', name: text('作业难度超课标'), severity: 'General', origin: 'Visit', state: 'Rectifying', stateText: text('整改中'), cycle: 1, description: '三年级', foundAt: '2026-02-20T02:00:00Z', foundOn: '2026-02-20', foundBy: '督学-1',
    since: '2026-02-20T02:00:00Z', tags: 'None', reworks: 0, extensions: 0, askedDays: null, mostExtensionDays: null, harm: 'None', department: null, topRung: 'None', clocks: [], ...part,
  }
}

export const unit = (part: Partial<FieldUnit> = {}): FieldUnit => ({ own: true, row: row(), issues: [], plans: [], ...part })

export const view = (units: FieldUnit[], teachingDays: string[] = []): FieldView => ({
  inspector: { code: '督学-1', county: '330521', zone: null, employment: 'FullTime', termFrom: '2025-09-01', termTo: null },
  demonstration: false, clockSpeed: 1, teachingDays, units,
})

export const item = (no: number, part: Partial<FormItem> = {}): FormItem => ({ no, name: text(`第${no}项`), categories: ['S-HW-03'], prohibited: false, kind: 'Normal', stages: [], months: [], limit: null, source: 'L30', ...part })

export const form = (items: FormItem[]): ChecklistForm => ({ id: 'school-1', kind: 'School', version: 1, title: text('检查要点'), items })

export const category = (code: string, part: Partial<CategoryView> = {}): CategoryView => ({
  code, kind: 'School', name: text('作业难度超课标'), group: text('作业'), default: 'General', marks: 'None', severities: ['Minor', 'General', 'Serious', 'Complex'], ...part,
})

export function draft(part: Partial<Draft> = {}): Draft {
  const reading = { server: NOON, device: NOON, speed: 1 }
  return { ...begin('draft-1', 'inspector-1', '督学-1', 'school-1', unit(), { kind: 'Regular', slot: 'Morning', unannounced: false, plan: null }, reading, NOON), ...part }
}

export function handedIn(id: string, part: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id, owner: 'inspector-1', visit: `draft-${id}`, unit: 'school/1', unitName: '第一小学', body: '{}', photos: [], handedInAt: '2026-03-02T04:00:00.000Z', state: 'waiting', attempts: 0, trouble: null,
    receipt: null, returned: null, draft: draft({ id: `draft-${id}` }), ...part,
  }
}
