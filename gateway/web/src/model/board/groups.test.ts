import { describe, expect, it } from 'vitest'
import { caseRow, row, visited } from '../../testing/builders'
import { itemsOf } from './groups'

const rows = [
  row({ code: '1', town: 'b', townName: '武康街道' }),
  visited({ code: '2', town: 'a', townName: '阜溪街道', cases: caseRow({ colour: 'Red', openIssues: 2, overdueIssues: 1 }) }),
  row({ code: '3', town: 'a', townName: '阜溪街道', colour: 'Red' }),
  row({ code: '4', town: null, townName: null }),
]

describe('rows under their towns', () => {
  it('stay as they are when nobody asks for groups', () => {
    expect(itemsOf(rows, false, ['a']).map((item) => item.key)).toEqual(['school/1', 'school/2', 'school/3', 'school/4'])
  })

  it('keep their order within a town; towns go by name, and none comes last', () => {
    expect(itemsOf(rows, true, []).map((item) => item.key)).toEqual(['town/a', 'school/2', 'school/3', 'town/b', 'school/1', 'town/', 'school/4'])
  })

  it('fold away under their subtotals', () => {
    const [first, second] = itemsOf(rows, true, ['a'])
    expect(first).toMatchObject({ kind: 'town', folded: true, totals: { units: 2, visited: 1, red: 2, openIssues: 2, overdueIssues: 1, waiting: 0 } })
    expect(second?.key).toBe('town/b')
  })
})
