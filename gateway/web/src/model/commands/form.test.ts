import { describe, expect, it } from 'vitest'
import type { Field } from './command'
import type { FormItem } from '../../client/field-types'
import { noAnswer } from '../checklist/checklist'
import { bodyOf, type Checked, emptyValues, fieldNamed, lineNamed, missingIn, type Paper } from './form'

const FIELDS: readonly Field[] = [
  { kind: 'text', name: 'reason', max: 500 },
  { kind: 'line', name: 'caseNumber', max: 100, optional: true },
  { kind: 'papers', name: 'attachments', needed: ['RectificationPlan'] },
  { kind: 'yesNo', name: 'grant', words: 'grant' },
  { kind: 'links', name: 'links' },
  { kind: 'issues', name: 'issues', numbers: [3, 5] },
  { kind: 'number', name: 'days', least: 1, most: 15 },
  { kind: 'fixed', name: 'deputy', value: false },
]

describe('a form', () => {
  it('says what it lacks', () => {
    expect(missingIn(FIELDS, emptyValues(FIELDS))).toEqual(['reason', 'attachments', 'grant', 'links', 'issues', 'days'])
  })

  it('becomes a body without what was left empty', () => {
    const plan: Paper = { kind: 'RectificationPlan', title: ' 方案 1 号 ', hash: 'ab', fileName: 'x.pdf' }
    const values = { ...emptyValues(FIELDS), reason: ' 属实 ', attachments: [plan], grant: false, links: 'https://a\n https://b ', issues: [5], days: '7' }
    expect(missingIn(FIELDS, values)).toEqual([])
    expect(bodyOf({ fields: FIELDS }, values)).toEqual({
      reason: '属实', attachments: [{ kind: 'RectificationPlan', title: '方案 1 号', hash: 'ab' }], grant: false, links: ['https://a', 'https://b'], issues: [5], days: 7, deputy: false,
    })
  })

  it('chooses what there is no choice about', () => {
    expect(emptyValues([{ kind: 'issues', name: 'issues', numbers: [4] }, { kind: 'choice', name: 'step', words: 'step', options: ['Corrected'] }])).toEqual({ issues: [4], step: 'Corrected' })
  })

  it('finds the field a refusal names', () => {
    expect(fieldNamed(FIELDS, 'attachments[0].title')).toBe('attachments')
    expect(fieldNamed(FIELDS, 'measure')).toBeNull()
    expect(fieldNamed(FIELDS, 'deputy')).toBeNull()
    expect(fieldNamed(FIELDS, null)).toBeNull()
  })

  it('has a field only with what it belongs to', () => {
    const fields: readonly Field[] = [{ kind: 'severity', name: 'severity', of: 'category' }, { kind: 'line', name: 'department', max: 100, onlyWith: { field: 'severity', value: 'Complex' } }]
    expect(missingIn(fields, { severity: 'Complex', department: '' })).toEqual(['department'])
    expect(missingIn(fields, { severity: 'General', department: '' })).toEqual([])
    expect(bodyOf({ fields }, { severity: 'General', department: '基教科' })).toEqual({ severity: 'General' })
  })

  it('sends the answers of a checklist, and finds the line a refusal means', () => {
    const line = (no: number, kind: FormItem['kind'] = 'Normal'): FormItem => ({ no, name: { zh: '', en: '' }, categories: ['S-HW-01'], prohibited: false, kind, stages: [], months: [], limit: null, source: '' })
    const fields: readonly Field[] = [{ kind: 'checklist', name: 'checklist' }]
    const checked: Checked = { form: 'school-1', lines: [line(1), line(8, 'Highlight'), line(9)], answers: { 1: { ...noAnswer(), answer: 'Conforms', note: ' 有台账 ' }, 9: { ...noAnswer(), answer: 'DoesNotConform' }, 25: { ...noAnswer(), answer: 'Conforms' } } }
    expect(missingIn(fields, emptyValues(fields))).toEqual(['checklist'])
    expect(missingIn(fields, { checklist: checked })).toEqual(['checklist'])
    checked.answers[9] = { ...noAnswer(), answer: 'DoesNotConform', disposition: 'Notice' }
    expect(missingIn(fields, { checklist: checked })).toEqual([])
    expect(bodyOf({ fields }, { checklist: checked })).toEqual({
      checklist: { id: 'school-1', answers: [
        { item: 1, answer: 'Conforms', disposition: null, note: '有台账', count: null, evidence: [] },
        { item: 9, answer: 'DoesNotConform', disposition: 'Notice', note: null, count: null, evidence: [] },
      ] },
    })
    expect(fieldNamed(fields, 'checklist.answers[1].disposition')).toBe('checklist')
    expect(lineNamed(checked, 'checklist.answers[1].disposition')).toBe(9)
    expect(lineNamed(checked, 'checklist.answers')).toBeNull()
  })
})
