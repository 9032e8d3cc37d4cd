import type { LiveBoardState } from './live-board'

/** What is to be drawn of a board, and no more often than it makes sense. */
export interface Drawing {
  take: (state: LiveBoardState) => void
  stop: () => void
}

/** The first state is drawn at once, and so is the first board; those that follow within a pause, in milliseconds, are drawn as one, with everything that changed meanwhile. */
export function drawnTogether(pause: number, draw: (state: LiveBoardState) => void): Drawing {
  let latest: LiveBoardState | null = null
  let heard: LiveBoardState['board'] = null
  let changed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function due(): void {
    timer = undefined
    if (!latest) return
    const next = { ...latest, changed }
    latest = null
    changed = new Set()
    timer = setTimeout(due, pause)
    draw(next)
  }

  return {
    take(state) {
      // A state with the same board, such as a lost line's, still names what that board changed.
      const first = heard === null && state.board !== null
      if (state.board !== heard) for (const key of state.changed) changed.add(key)
      heard = state.board
      latest = state
      if (first) clearTimeout(timer)
      if (first || timer === undefined) due()
    },
    stop: () => clearTimeout(timer),
  }
}
