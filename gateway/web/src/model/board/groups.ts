import type { RowView } from '../../client/types'

export interface TownTotals { units: number; visited: number; red: number; openIssues: number; overdueIssues: number; waiting: number }

export interface TownItem { kind: 'town'; key: string; town: string; name: string | null; folded: boolean; totals: TownTotals }

export interface UnitItem { kind: 'unit'; key: string; row: RowView }

/** One line of the table. */
export type Item = TownItem | UnitItem

const chinese = new Intl.Collator('zh-CN', { numeric: true })

/** The rows in their order, or under their towns by name with a line of subtotals each; units without a town come last. */
export function itemsOf(rows: readonly RowView[], grouped: boolean, folded: readonly string[]): Item[] {
  if (!grouped) return rows.map((row) => ({ kind: 'unit', key: row.unit, row }))
  const closed = new Set(folded)
  return [...byTown(rows)]
    .sort(([left, [first]], [right, [second]]) => Number(left === '') - Number(right === '') || chinese.compare(first?.townName ?? left, second?.townName ?? right))
    .flatMap(([town, own]): Item[] => {
      const head: TownItem = { kind: 'town', key: `town/${town}`, town, name: own[0]?.townName ?? (town || null), folded: closed.has(town), totals: totalsOf(own) }
      return head.folded ? [head] : [head, ...own.map((row): UnitItem => ({ kind: 'unit', key: row.unit, row }))]
    })
}

function byTown(rows: readonly RowView[]): Map<string, RowView[]> {
  const towns = new Map<string, RowView[]>()
  for (const row of rows) {
    const own = towns.get(row.town ?? '')
    if (own) own.push(row)
    else towns.set(row.town ?? '', [row])
  }
  return towns
}

export function totalsOf(rows: readonly RowView[]): TownTotals {
  const totals: TownTotals = { units: rows.length, visited: 0, red: 0, openIssues: 0, overdueIssues: 0, waiting: 0 }
  for (const { colour, cases } of rows) {
    if (colour === 'Green') totals.visited++
    if (colour === 'Red' || cases.colour === 'Red') totals.red++
    totals.openIssues += cases.openIssues
    totals.overdueIssues += cases.overdueIssues
    totals.waiting += cases.waiting.length
  }
  return totals
}
