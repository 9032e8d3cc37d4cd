import type { LineListener } from './hub-line'
import type { BoardDelta, BoardView } from './types'

/**
 * `connecting`: not up yet for the first time. `live`: what is shown follows the server. `reconnecting`: lost a moment ago.
 * `offline`: lost for long; it still tries.
 */
export type Link = 'connecting' | 'live' | 'reconnecting' | 'offline'

export interface BoardListener extends LineListener {
  onSnapshot(view: BoardView): void
  onDelta(delta: BoardDelta): void
}

/** The server refuses this board to this person; trying again does not help. */
export class OutOfScopeError extends Error {}

/** Where boards come from, live. The page depends on this and not on SignalR. */
export interface BoardConnection {
  start(listener: BoardListener): void
  /** @param lastVersion the version shown now; null asks for a snapshot */
  watch(scope: string, lastVersion: number | null): Promise<void>
  stop(scope: string): void
}
