import type { LineListener } from './link'
import type { BoardDelta, BoardView } from '../types'

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
