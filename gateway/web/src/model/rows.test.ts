import { describe, expect, it } from 'vitest'
import type { Colour, RowView } from '../client/types'
import { row } from '../testing/builders'
import { filterOf, queryOf } from './row-query'
import { NO_FILTER, type RowFilter, selectRows, type SortKey, townsOf } from './rows'

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

describe('a filter in the address', () => {
  it('comes back as it was', () => {
    const filter: RowFilter = { text: '实验', kind: 'School', colour: 'Red', town: '330521105', mark: 'unassigned', sort: 'name', descending: true }
    expect(filterOf(queryOf(filter))).toEqual(filter)
  })

  it('is absent when everything is shown', () => {
    expect(queryOf(NO_FILTER)).toEqual({})
  })

  it('ignores what it does not know', () => {
    expect(filterOf({ status: 'purple', sort: ['x'], kind: null })).toEqual(NO_FILTER)
  })
})
