import type { Colour, ReasonView, RowView, Rung, UnitKind } from '../../client/types'
import { rungNumber } from '../unit/cases'
import { isUnassigned } from './tally'

export type SortKey = 'urgency' | 'name' | 'town' | 'lastVisit' | 'nextDue' | 'compliance'
export type Mark = 'unassigned' | 'awaiting' | 'waiting' | 'issues' | 'overdue'

/** What a person asked to see; null and '' leave everything in. */
export interface RowFilter {
  text: string
  kind: UnitKind | null
  colour: Colour | null
  compliance: Colour | null
  /** `None` asks for regular supervision (R0). */
  rung: Rung | null
  /** Code of a town. */
  town: string | null
  mark: Mark | null
  sort: SortKey
  descending: boolean
  /** Rows stand under their towns. */
  grouped: boolean
  /** Codes of towns whose rows are folded away. */
  folded: readonly string[]
}

export const NO_FILTER: RowFilter = { text: '', kind: null, colour: null, compliance: null, rung: null, town: null, mark: null, sort: 'urgency', descending: false, grouped: false, folded: [] }

const URGENCY: Record<Colour, number> = { Red: 0, Amber: 1, White: 2, Green: 3, Grey: 4 }

const chinese = new Intl.Collator('zh-CN', { numeric: true })

/** Rows that pass the filter, in its order; equal ones by code, so that a row only moves when its own value does. */
export function selectRows(rows: Iterable<RowView>, filter: RowFilter): RowView[] {
  const words = normalise(filter.text).split(/\s+/).filter(Boolean)
  const selected: RowView[] = []
  for (const row of rows) if (passes(row, filter, words)) selected.push(row)
  const compare = COMPARISONS[filter.sort]
  const sign = filter.descending ? -1 : 1
  return selected.sort((left, right) => sign * compare(left, right) || (left.unit < right.unit ? -1 : 1))
}

/** The towns that occur, by name. */
export function townsOf(rows: Iterable<RowView>): { code: string; name: string }[] {
  const towns = new Map<string, string>()
  for (const row of rows) if (row.town) towns.set(row.town, row.townName ?? row.town)
  return [...towns].map(([code, name]) => ({ code, name })).sort((left, right) => chinese.compare(left.name, right.name))
}

function passes(row: RowView, filter: RowFilter, words: string[]): boolean {
  if (filter.kind && row.kind !== filter.kind) return false
  if (filter.colour && row.colour !== filter.colour) return false
  if (filter.compliance && row.cases.colour !== filter.compliance) return false
  if (filter.rung && row.cases.rung !== filter.rung) return false
  if (filter.town && row.town !== filter.town) return false
  if (filter.mark === 'unassigned' && !isUnassigned(row)) return false
  if (filter.mark === 'awaiting' && row.awaitingApproval === 0) return false
  if (filter.mark === 'waiting' && row.cases.waiting.length === 0) return false
  if (filter.mark === 'issues' && row.cases.openIssues === 0) return false
  if (filter.mark === 'overdue' && row.cases.overdueIssues === 0) return false
  if (words.length === 0) return true
  const text = searchText(row)
  return words.every((word) => text.includes(word))
}

const COMPARISONS: Record<SortKey, (left: RowView, right: RowView) => number> = {
  urgency: (left, right) => URGENCY[left.colour] - URGENCY[right.colour] || byInstant(left.nextDueAt, right.nextDueAt),
  name: (left, right) => chinese.compare(left.name, right.name),
  town: (left, right) => chinese.compare(left.townName ?? '', right.townName ?? '') || chinese.compare(left.name, right.name),
  // Never visited comes before visited long ago.
  lastVisit: (left, right) => -byInstant(right.lastVisitAt, left.lastVisitAt),
  nextDue: (left, right) => byInstant(left.nextDueAt, right.nextDueAt),
  compliance: ({ cases: left }, { cases: right }) =>
    URGENCY[left.colour] - URGENCY[right.colour] ||
    rungNumber(right.rung) - rungNumber(left.rung) ||
    right.overdueIssues - left.overdueIssues ||
    right.openIssues - left.openIssues,
}

/** Of the two axes; coverage when both are alike. */
export const worseColour = (row: RowView): Colour => (casesAreWorse(row) ? row.cases.colour : row.colour)

const casesAreWorse = (row: RowView): boolean => (row.cases.colour === 'Red' || row.cases.colour === 'Amber') && URGENCY[row.cases.colour] < URGENCY[row.colour]

/** The reason to show where there is room for one: of the worse axis, and of coverage when both are alike. */
export function leadingReason(row: RowView): ReasonView | null {
  return (casesAreWorse(row) ? row.cases.reasons[0] : null) ?? row.reasons[0] ?? null
}

/** Earlier first, none last. ISO instants of one form compare as text. */
function byInstant(left: string | null, right: string | null): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right ? -1 : 1
}

const texts = new WeakMap<RowView, string>()

function searchText(row: RowView): string {
  let text = texts.get(row)
  if (text === undefined) {
    text = normalise([row.name, row.code, row.townName, row.inspector].filter(Boolean).join(' '))
    texts.set(row, text)
  }
  return text
}

/** Full-width digits and letters, as Chinese input methods make them, find half-width ones. */
const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().trim()
