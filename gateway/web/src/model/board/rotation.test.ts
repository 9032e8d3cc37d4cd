import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Rotation, stepped } from './rotation'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('goes round both ways', () => {
  expect([stepped(4, 1, 5), stepped(0, -1, 5), stepped(0, 1, 0)]).toEqual([0, 4, 0])
})

it('turns until it is held, and again when it is let go', () => {
  const next = vi.fn()
  const rotation = new Rotation(1_000, next)
  rotation.start()
  vi.advanceTimersByTime(2_500)
  expect(next).toHaveBeenCalledTimes(2)
  rotation.hold(true)
  vi.advanceTimersByTime(5_000)
  expect(next).toHaveBeenCalledTimes(2)
  rotation.hold(false)
  vi.advanceTimersByTime(1_000)
  expect(next).toHaveBeenCalledTimes(3)
  rotation.stop()
  vi.advanceTimersByTime(5_000)
  expect(next).toHaveBeenCalledTimes(3)
})
