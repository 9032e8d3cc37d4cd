import { describe, expect, it } from 'vitest'
import { caseRow, child, coverage, row, schoolTally, tally, view, visited } from '../../testing/builders'
import { boardOf } from './board'
import { noCases } from '../unit/cases'
import { coverageOf, tallyDifferences } from './tally'

describe('tally of a county', () => {
  const units = [row({ code: '1' }), visited({ code: '2' }), visited({ code: '3' })]

  it('agrees with its rows', () => {
    expect(tallyDifferences(boardOf(view({ units, tally: schoolTally(1, 2) })))).toEqual([])
  })

  it.each([
    ['a colour', { ...schoolTally(1, 2), red: 1 }, 'red: tally 1, listed 0'],
    ['schools', { ...schoolTally(1, 2), schools: 4 }, 'schools: tally 4, listed 3'],
    ['unassigned units', { ...schoolTally(1, 2), unassigned: 1 }, 'unassigned: tally 1, listed 0'],
    ['a period', { ...schoolTally(1, 2), coverage: [coverage({ pending: 1, satisfied: 1 })] }, 'School 2026-04 satisfied: tally 1, listed 2'],
  ])('names what differs in %s', (_, wrong, sentence) => {
    expect(tallyDifferences(boardOf(view({ units, tally: wrong })))).toEqual([sentence])
  })

  it('counts issues, rungs and decisions like its rows', () => {
    const troubled = row({ cases: caseRow({ colour: 'Red', openIssues: 3, overdueIssues: 1, rung: 'Interview' }) })
    const cases = { ...noCases(), red: 1, openIssues: 3, overdueIssues: 1, interviews: 1 }
    expect(tallyDifferences(boardOf(view({ units: [troubled], tally: { ...schoolTally(1, 0), cases } })))).toEqual([])
    expect(tallyDifferences(boardOf(view({ units: [troubled], tally: { ...schoolTally(1, 0), cases: { ...cases, waiting: 2 } } })))).toEqual(['cases waiting: tally 2, listed 0'])
  })

  it('does not miss an inspector where nothing is in operation', () => {
    const suspended = row({ status: 'Suspended', inspector: null })
    expect(tallyDifferences(boardOf(view({ units: [suspended], tally: schoolTally(1, 0) })))).toEqual([])
  })

  it('says nothing of open alerts: the list of them is cut', () => {
    expect(tallyDifferences(boardOf(view({ units, tally: { ...schoolTally(1, 2), openAlerts: 250 } })))).toEqual([])
  })
})

it('tally of a region agrees with the sum of its children, alerts included', () => {
  const children = [child('330521', { ...schoolTally(1, 2), openAlerts: 3 }), child('330522', schoolTally(2, 2))]
  const board = view({ scope: 'region/3305', units: [], children, tally: { ...schoolTally(3, 4), openAlerts: 3 } })
  expect(tallyDifferences(boardOf(board))).toEqual([])
  expect(tallyDifferences(boardOf({ ...board, tally: schoolTally(3, 4) }))).toEqual(['openAlerts: tally 0, listed 3'])
})

it('coverage of a kind comes newest period first', () => {
  const mixed = tally({ coverage: [coverage({ period: '2026-03' }), coverage({ kind: 'Institution', period: '2026Q2' }), coverage({ period: '2026-04' })] })
  expect(coverageOf(mixed, 'School').map((each) => each.period)).toEqual(['2026-04', '2026-03'])
})
