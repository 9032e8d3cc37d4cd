import type { CaseTally, Colour, CoverageTallyView, DutyCounts, DutyState, RowView, TallyView } from '../../client/types'
import type { Board } from './board'
import { CASE_COUNTS, COUNT_OF_RUNG, noCases } from '../unit/cases'

type Count = Exclude<keyof TallyView, 'coverage' | 'cases'>

const COUNTS: readonly Count[] = [
  'schools', 'institutions', 'green', 'amber', 'red', 'grey', 'white', 'unassigned', 'awaitingApproval', 'openAlerts',
]

export const DUTY_COUNTS: readonly (keyof DutyCounts)[] = [
  'satisfied', 'satisfiedLate', 'excused', 'pending', 'dueSoon', 'missed', 'exempt',
]

export const COUNT_OF_STATE: Record<DutyState, keyof DutyCounts> = {
  Pending: 'pending',
  DueSoon: 'dueSoon',
  Satisfied: 'satisfied',
  SatisfiedLate: 'satisfiedLate',
  Missed: 'missed',
  Excused: 'excused',
  Exempt: 'exempt',
}

export const COUNT_OF_COLOUR: Record<Colour, Count> = { Green: 'green', Amber: 'amber', Red: 'red', Grey: 'grey', White: 'white' }

export const COUNT_OF_COMPLIANCE: Record<Exclude<Colour, 'White'>, 'green' | 'amber' | 'red' | 'grey'> = { Green: 'green', Amber: 'amber', Red: 'red', Grey: 'grey' }

/**
 * Where a board's totals differ from the sum of what it lists, in words for the log; empty when they agree. Open alerts of a
 * county are not compared: the list stops at a hundred.
 */
export function tallyDifferences(board: Board): string[] {
  const listed = board.children.size > 0 ? sumOfChildren(board) : sumOfRows(board)
  const differences = COUNTS.filter((count) => listed[count] !== undefined && listed[count] !== board.tally[count]).map(
    (count) => `${count}: tally ${board.tally[count]}, listed ${listed[count]}`,
  )
  for (const count of CASE_COUNTS)
    if (listed.cases[count] !== board.tally.cases[count]) differences.push(`cases ${count}: tally ${board.tally.cases[count]}, listed ${listed.cases[count]}`)
  for (const coverage of board.tally.coverage) {
    const sum = listed.coverage.get(keyOf(coverage)) ?? noDuties()
    for (const count of DUTY_COUNTS)
      if (sum[count] !== coverage[count]) differences.push(`${keyOf(coverage)} ${count}: tally ${coverage[count]}, listed ${sum[count]}`)
  }
  return differences
}

type Listed = Partial<Record<Count, number>> & { coverage: Map<string, DutyCounts>; cases: CaseTally }

function sumOfRows(board: Board): Listed {
  const sum = { schools: 0, institutions: 0, green: 0, amber: 0, red: 0, grey: 0, white: 0, unassigned: 0, awaitingApproval: 0 }
  const coverage = new Map<string, DutyCounts>()
  const cases = noCases()
  for (const row of board.units.values()) {
    sum[row.kind === 'School' ? 'schools' : 'institutions']++
    sum[COUNT_OF_COLOUR[row.colour] as 'green']++
    if (isUnassigned(row)) sum.unassigned++
    sum.awaitingApproval += row.awaitingApproval
    addCases(cases, row)
    for (const { period, state } of row.recent) dutiesIn(coverage, `${row.kind} ${period}`)[COUNT_OF_STATE[state]]++
  }
  return { ...sum, coverage, cases }
}

function addCases(sum: CaseTally, { cases }: RowView): void {
  if (cases.colour !== 'White') sum[COUNT_OF_COMPLIANCE[cases.colour]]++
  const rung = COUNT_OF_RUNG[cases.rung]
  if (rung) sum[rung]++
  sum.openIssues += cases.openIssues
  sum.overdueIssues += cases.overdueIssues
  sum.waiting += cases.waiting.length
}

function sumOfChildren(board: Board): Listed {
  const sum: Listed = { coverage: new Map(), cases: noCases() }
  for (const { tally } of board.children.values()) {
    for (const count of COUNTS) sum[count] = (sum[count] ?? 0) + tally[count]
    for (const count of CASE_COUNTS) sum.cases[count] += tally.cases[count]
    for (const part of tally.coverage) {
      const duties = dutiesIn(sum.coverage, keyOf(part))
      for (const count of DUTY_COUNTS) duties[count] += part[count]
    }
  }
  return sum
}

/** Only an active unit misses an inspector. */
export const isUnassigned = (row: RowView): boolean => row.status === 'Active' && row.inspector === null

/** A kind's periods, the current one first. */
export function coverageOf(tally: TallyView, kind: RowView['kind']): CoverageTallyView[] {
  return tally.coverage.filter((coverage) => coverage.kind === kind).sort((left, right) => right.period.localeCompare(left.period))
}

const keyOf = (coverage: CoverageTallyView): string => `${coverage.kind} ${coverage.period}`

const noDuties = (): DutyCounts => ({ pending: 0, dueSoon: 0, satisfied: 0, satisfiedLate: 0, missed: 0, excused: 0, exempt: 0 })

function dutiesIn(coverage: Map<string, DutyCounts>, key: string): DutyCounts {
  const duties = coverage.get(key) ?? noDuties()
  coverage.set(key, duties)
  return duties
}
