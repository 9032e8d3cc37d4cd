import { describe, expect, it } from 'vitest'
import type { Colour, ReasonView, RowView, WaitingDecision } from '../../client/types'
import { caseRow, row } from '../../testing/builders'
import { filterOf, queryOf } from './row-query'
import { leadingReason, NO_FILTER, type RowFilter, selectRows, type SortKey, townsOf, worseColour } from './rows'

const names = (rows: RowView[]): string[] => rows.map((each) => each.name)

describe('rows', () => {
  const rows = [
    row({ code: '1', name: '城关小学', colour: 'Green', townName: '雉城街道' }),
    row({ code: '2', name: '煤山初中', colour: 'Red', town: '330521105', townName: '煤山镇', inspector: null }),
    row({ code: '3', name: '启明培训', kind: 'Institution', colour: 'Amber', awaitingApproval: 1 }),
  ]

  it.each<[string, Partial<RowFilter>, string[]]>([
    ['everything by urgency', {}, ['煤山初中', '启明培训', '城关小学']],
    ['by words in name, town or code, all of them', { text: '雉城  小学' }, ['城关小学']],
    ['full-width digits like half-width ones', { text: '2' }, ['煤山初中']],
    ['one kind', { kind: 'Institution' }, ['启明培训']],
    ['one status', { colour: 'Red' }, ['煤山初中']],
    ['one town', { town: '330521105' }, ['煤山初中']],
    ['units without inspector', { mark: 'unassigned' }, ['煤山初中']],
    ['late visits to approve', { mark: 'awaiting' }, ['启明培训']],
    ['descending', { descending: true }, ['城关小学', '启明培训', '煤山初中']],
  ])('%s', (_, part, expected) => {
    // Inspectors' codes hold digits too.
    const found = selectRows(rows.map((each) => ({ ...each, inspector: each.inspector && '张老师' })), { ...NO_FILTER, ...part })
    expect(names(found)).toEqual(expected)
  })

  it('towns come once, by name', () => {
    expect(townsOf(rows)).toHaveLength(2)
  })

  it('three thousand of them are searched and sorted in less than 200 ms', () => {
    const colours: Colour[] = ['Green', 'Amber', 'Red', 'White', 'Grey']
    const many = Array.from({ length: 3_000 }, (_, index) => row({ code: String(index), name: `第${(index * 7919) % 3_000}实验小学`, colour: colours[index % 5] ?? 'Grey' }))
    for (const sort of ['urgency', 'name', 'town', 'lastVisit'] satisfies SortKey[]) {
      const begun = performance.now()
      expect(selectRows(many, { ...NO_FILTER, text: '实验', sort })).toHaveLength(3_000)
      expect(performance.now() - begun, sort).toBeLessThan(200)
    }
  })
})

describe('rows on the compliance axis', () => {
  const decision: WaitingDecision = { kind: 'DecideMeasure', subject: 'measure/1', since: '2026-04-01T02:00:00Z', dueOn: '2026-04-08', overdue: false, owner: 'CountyDirector', rung: 'Interview', rule: 'LR-04' }
  const rows = [
    row({ code: '1', name: '无事' }),
    row({ code: '2', name: '一项', cases: caseRow({ colour: 'Amber', openIssues: 1 }) }),
    row({ code: '3', name: '通报', cases: caseRow({ colour: 'Amber', openIssues: 1, rung: 'Circular', waiting: [decision] }) }),
    row({ code: '4', name: '逾期', cases: caseRow({ colour: 'Red', openIssues: 2, overdueIssues: 1, rung: 'Circular' }) }),
    row({ code: '5', name: '约谈', cases: caseRow({ colour: 'Red', openIssues: 1, rung: 'Interview' }) }),
    row({ code: '6', name: '停办', cases: caseRow({ colour: 'Grey' }) }),
  ]

  it.each<[string, Partial<RowFilter>, string[]]>([
    ['gravest first', {}, ['约谈', '逾期', '通报', '一项', '无事', '停办']],
    ['one colour', { compliance: 'Amber' }, ['通报', '一项']],
    ['one rung', { rung: 'Circular' }, ['逾期', '通报']],
    ['regular supervision is a rung too', { rung: 'None', compliance: 'Amber' }, ['一项']],
    ['something to decide', { mark: 'waiting' }, ['通报']],
    ['open issues', { mark: 'issues' }, ['约谈', '逾期', '通报', '一项']],
    ['overdue issues', { mark: 'overdue' }, ['逾期']],
  ])('%s', (_, part, expected) => {
    expect(names(selectRows(rows, { ...NO_FILTER, sort: 'compliance', ...part }))).toEqual(expected)
  })

  it('show the colour and reason of the worse axis, of coverage when both are alike', () => {
    const reason = (code: string): ReasonView => ({ code, text: { zh: code, en: code }, clause: { zh: '', en: '' }, clears: null, next: null, since: '2026-04-01T00:00:00Z', nextChangeAt: null, evidence: [] })
    const of = (coverage: Colour, compliance: Colour): [Colour, string | undefined] => {
      const each = row({ colour: coverage, reasons: [reason('COV')], cases: caseRow({ colour: compliance, reasons: [reason('CMP')] }) })
      return [worseColour(each), leadingReason(each)?.code]
    }
    expect(of('Green', 'Red')).toEqual(['Red', 'CMP'])
    expect(of('White', 'Amber')).toEqual(['Amber', 'CMP'])
    expect(of('Red', 'Red')).toEqual(['Red', 'COV'])
    expect(of('White', 'Green')).toEqual(['White', 'COV'])
    expect(of('Grey', 'Grey')).toEqual(['Grey', 'COV'])
  })
})

describe('a filter in the address', () => {
  it('comes back as it was', () => {
    const filter: RowFilter = { text: '实验', kind: 'School', colour: 'Red', compliance: 'Amber', rung: 'KeySupervision', town: '330521105', mark: 'unassigned', sort: 'name', descending: true, grouped: true, folded: ['330521001', '330521002'] }
    expect(filterOf(queryOf(filter))).toEqual(filter)
  })

  it('is absent when everything is shown', () => {
    expect(queryOf(NO_FILTER)).toEqual({})
  })

  it('names rungs by their number, regular supervision included', () => {
    expect(queryOf({ ...NO_FILTER, rung: 'None', compliance: 'Red', mark: 'waiting' })).toEqual({ rung: '0', compliance: 'red', mark: 'waiting' })
    expect(filterOf({ rung: '0' }).rung).toBe('None')
  })

  it('ignores what it does not know', () => {
    expect(filterOf({ status: 'purple', sort: ['x'], kind: null, rung: '7', compliance: 'blue' })).toEqual(NO_FILTER)
  })
})
