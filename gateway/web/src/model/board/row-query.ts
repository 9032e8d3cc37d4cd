import type { Colour, UnitKind } from '../../client/types'
import { RUNGS, rungNumber } from '../unit/cases'
import { type Mark, NO_FILTER, type RowFilter, type SortKey } from './rows'

type Query = Record<string, string>

const KINDS: Record<string, UnitKind> = { school: 'School', institution: 'Institution' }
const COLOURS: Record<string, Colour> = { green: 'Green', amber: 'Amber', red: 'Red', grey: 'Grey', white: 'White' }
const MARKS: Record<string, Mark> = { unassigned: 'unassigned', awaiting: 'awaiting', waiting: 'waiting', issues: 'issues', overdue: 'overdue' }
const SORTS: Record<string, SortKey> = { urgency: 'urgency', name: 'name', town: 'town', lastVisit: 'lastVisit', nextDue: 'nextDue', compliance: 'compliance' }

/** The filter as an address says it; what it does not know is ignored, so an old bookmark still opens. */
export function filterOf(query: Record<string, unknown>): RowFilter {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  return {
    text: text('q'),
    kind: KINDS[text('kind')] ?? null,
    colour: COLOURS[text('status')] ?? null,
    compliance: COLOURS[text('compliance')] ?? null,
    rung: (/^[0-5]$/.test(text('rung')) && RUNGS[Number(text('rung'))]) || null,
    town: text('town') || null,
    mark: MARKS[text('mark')] ?? null,
    sort: SORTS[text('sort')] ?? NO_FILTER.sort,
    descending: text('order') === 'desc',
    grouped: text('group') === 'town',
    folded: text('folded').split(',').filter(Boolean),
  }
}

/** Whether rows are left out; order and groups leave nothing out. */
export const leavesOut = (filter: RowFilter): boolean => Object.keys(queryOf({ ...filter, sort: NO_FILTER.sort, descending: false, grouped: false })).length > 0

/** Only what differs from showing everything. */
export function queryOf(filter: RowFilter): Query {
  const query: Query = {}
  if (filter.text) query.q = filter.text
  if (filter.kind) query.kind = filter.kind.toLowerCase()
  if (filter.colour) query.status = filter.colour.toLowerCase()
  if (filter.compliance) query.compliance = filter.compliance.toLowerCase()
  if (filter.rung) query.rung = String(rungNumber(filter.rung))
  if (filter.town) query.town = filter.town
  if (filter.mark) query.mark = filter.mark
  if (filter.sort !== NO_FILTER.sort) query.sort = filter.sort
  if (filter.descending) query.order = 'desc'
  if (filter.grouped) query.group = 'town'
  if (filter.grouped && filter.folded.length > 0) query.folded = filter.folded.join(',')
  return query
}
