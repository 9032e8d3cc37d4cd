import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { view } from '../../testing/builders'
import { boardOf } from './board'
import { type Drawing, drawnTogether } from './drawn-together'
import type { LiveBoardState } from './live-board'

const state = (changed: string[], part: Partial<LiveBoardState> = {}): LiveBoardState => ({ board: boardOf(view()), link: 'live', problem: null, changed: new Set(changed), receivedAt: 0, ...part })

let drawn: LiveBoardState[]
let drawing: Drawing

beforeEach(() => {
  vi.useFakeTimers()
  drawn = []
  drawing = drawnTogether(150, (next) => drawn.push(next))
})
afterEach(() => vi.useRealTimers())

it('draws the first at once, and those that follow as one with all that changed', () => {
  drawing.take(state(['a']))
  expect(drawn.map((each) => [...each.changed])).toEqual([['a']])
  const last = state(['c'])
  drawing.take(state(['b']))
  drawing.take(last)
  expect(drawn).toHaveLength(1)
  vi.advanceTimersByTime(150)
  expect(drawn.map((each) => [...each.changed])).toEqual([['a'], ['b', 'c']])
  expect(drawn[1]?.board).toBe(last.board)
})

it('lets nobody wait for the first board', () => {
  drawing.take(state([], { board: null }))
  drawing.take(state([]))
  expect(drawn.map((each) => each.board !== null)).toEqual([false, true])
})

it('draws at once again after a quiet while', () => {
  drawing.take(state(['a']))
  vi.advanceTimersByTime(1_000)
  drawing.take(state(['b']))
  expect(drawn).toHaveLength(2)
})

it('does not take for another change what one board says twice', () => {
  const first = state(['a'])
  drawing.take(first)
  drawing.take({ ...first, link: 'reconnecting' })
  vi.advanceTimersByTime(150)
  expect(drawn[1]).toMatchObject({ link: 'reconnecting', changed: new Set() })
})

it('draws no more once stopped', () => {
  drawing.take(state(['a']))
  drawing.take(state(['b']))
  drawing.stop()
  vi.advanceTimersByTime(1_000)
  expect(drawn).toHaveLength(1)
})
