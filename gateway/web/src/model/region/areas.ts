import type { ChildView, CoverageTallyView, RowView, TallyView } from '../../client/types'
import { COUNT_OF_RUNG, noCases } from '../unit/cases'
import { COUNT_OF_COLOUR, COUNT_OF_COMPLIANCE, COUNT_OF_STATE, isUnassigned } from '../board/tally'

/** A part of a region, or a town of a county, as a tile and a row of the ranking. */
export interface Area {
  code: string
  name: string
  tally: TallyView
  /** Null when it is as old as the board itself. */
  asOf: string | null
  /** Where its tile leads. */
  path: string
}

/** A code of six digits is a county's: its tile leads to its towns. */
export const areasOf = (children: Iterable<ChildView>): Area[] =>
  [...children].map(({ code, name, tally, asOf }) => ({ code, name, tally, asOf, path: `/region/${code}` })).sort(byCode)

/** The towns of a county; units without one stand together at the end, under an empty code. */
export function townAreasOf(county: string, rows: Iterable<RowView>, unnamed: string): Area[] {
  const towns = new Map<string, RowView[]>()
  for (const row of rows) towns.set(row.town ?? '', [...(towns.get(row.town ?? '') ?? []), row])
  return [...towns]
    .map(([code, units]) => ({
      code,
      name: (code && units.find((row) => row.townName)?.townName) || code || unnamed,
      tally: tallyOf(units),
      asOf: null,
      path: code ? `/county/${county}?town=${encodeURIComponent(code)}` : `/county/${county}`,
    }))
    .sort((left, right) => Number(left.code === '') - Number(right.code === '') || byCode(left, right))
}

/** The oldest data among the parts (数据截至); null without any. */
export function oldestOf(areas: readonly Area[]): Area | null {
  return areas.reduce<Area | null>((oldest, area) => (area.asOf !== null && (oldest?.asOf == null || area.asOf < oldest.asOf) ? area : oldest), null)
}

/** As the server counts a county (closed units have no duties); open alerts are not in rows and count none. */
export function tallyOf(rows: readonly RowView[]): TallyView {
  const tally: TallyView = { schools: 0, institutions: 0, green: 0, amber: 0, red: 0, grey: 0, white: 0, unassigned: 0, awaitingApproval: 0, openAlerts: 0, coverage: [], cases: noCases() }
  const periods = new Map<string, CoverageTallyView>()
  for (const row of rows) {
    tally[row.kind === 'School' ? 'schools' : 'institutions']++
    tally[COUNT_OF_COLOUR[row.colour] as 'green']++
    if (isUnassigned(row)) tally.unassigned++
    tally.awaitingApproval += row.awaitingApproval
    if (row.cases.colour !== 'White') tally.cases[COUNT_OF_COMPLIANCE[row.cases.colour]]++
    const rung = COUNT_OF_RUNG[row.cases.rung]
    if (rung) tally.cases[rung]++
    tally.cases.openIssues += row.cases.openIssues
    tally.cases.overdueIssues += row.cases.overdueIssues
    tally.cases.waiting += row.cases.waiting.length
    if (row.status === 'Closed') continue
    for (const { period, state } of row.recent.slice(-2)) {
      const key = `${row.kind} ${period}`
      const counts = periods.get(key) ?? { kind: row.kind, period, pending: 0, dueSoon: 0, satisfied: 0, satisfiedLate: 0, missed: 0, excused: 0, exempt: 0, expected: 0, coverage: null, timeliness: null }
      counts[COUNT_OF_STATE[state]]++
      if (state !== 'Exempt') counts.expected++
      periods.set(key, counts)
    }
  }
  for (const counts of periods.values()) {
    counts.coverage = percent(counts.satisfied + counts.satisfiedLate, counts.expected)
    counts.timeliness = percent(counts.satisfied, counts.expected)
  }
  tally.coverage = newest([...periods.values()])
  return tally
}

/** The newest two periods of each kind, newest first, as the server keeps them. */
const newest = (tallies: CoverageTallyView[]): CoverageTallyView[] =>
  (['School', 'Institution'] as const).flatMap((kind) => tallies.filter((tally) => tally.kind === kind).sort((left, right) => right.period.localeCompare(left.period)).slice(0, 2))

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((1000 * part) / whole) / 10)

const byCode = (left: Area, right: Area): number => (left.code < right.code ? -1 : 1)
