import type { AlertView, BoardDelta, BoardView, ChildView, RowView, TallyView } from '../../client/types'

/** A board as the page holds it: rows and children by key, in the order the server sent them. Never changed in place. */
export interface Board {
  scope: string
  name: string
  version: number
  asOf: string
  now: string
  demonstration: boolean
  sandbox: boolean
  calendarProvisional: boolean
  /** The county's campaign of the year; null for a region. */
  campaign: BoardView['campaign']
  tally: TallyView
  units: ReadonlyMap<string, RowView>
  children: ReadonlyMap<string, ChildView>
  alerts: readonly AlertView[]
}

/** `gap`: something between was missed, only a snapshot helps. `known`: the board is at that version or further already. */
export type Applied = { kind: 'applied'; board: Board; changed: ReadonlySet<string> } | { kind: 'gap' } | { kind: 'known' }

export function boardOf(view: BoardView): Board {
  return {
    ...view,
    units: new Map(view.units.map((row) => [row.unit, row])),
    children: new Map(view.children.map((child) => [child.code, child])),
  }
}

/** A delta from the board's own version to that same version changes nothing but the times: the server's sign of life. */
export function applyDelta(board: Board, delta: BoardDelta): Applied {
  if (delta.scope !== board.scope) return { kind: 'known' }
  if (delta.from !== board.version) return delta.to <= board.version ? { kind: 'known' } : { kind: 'gap' }
  const changed = new Set([...delta.units.map((row) => row.unit), ...delta.children.map((child) => child.code)])
  return {
    kind: 'applied',
    changed,
    board: {
      ...board,
      version: delta.to,
      asOf: delta.asOf,
      now: delta.now,
      calendarProvisional: delta.calendarProvisional,
      campaign: delta.campaign,
      tally: delta.tally,
      units: merge(board.units, delta.units, (row) => row.unit, delta.removed),
      children: merge(board.children, delta.children, (child) => child.code, delta.removed),
      alerts: delta.alerts ?? board.alerts,
    },
  }
}

/** Keys of what differs between two snapshots of one board, so that a resumed page shows what moved meanwhile. */
export function changedBetween(before: Board, after: Board): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const [key, row] of after.units) if (before.units.get(key)?.version !== row.version) changed.add(key)
  for (const [key, child] of after.children) if (before.children.get(key)?.version !== child.version) changed.add(key)
  return changed
}

function merge<T>(current: ReadonlyMap<string, T>, items: T[], keyOf: (item: T) => string, removed: string[]): ReadonlyMap<string, T> {
  if (items.length === 0 && removed.length === 0) return current
  const next = new Map(current)
  for (const key of removed) next.delete(key)
  for (const item of items) next.set(keyOf(item), item)
  return next
}
