import { HttpError } from '@microsoft/signalr'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BoardListener, OutOfScopeError } from './board-connection'
import { HubBoardConnection } from './hub-board-connection'
import { type Hub, isOutOfScope } from './hub-line'
import type { Link } from './link'

class FakeHub {
  starts = 0
  failures = 0
  error: Error = new Error('refused')
  lost: () => void = () => undefined
  invoke = vi.fn(async () => undefined)
  stop = vi.fn(async () => undefined)
  on = vi.fn()
  onclose = (callback: () => void): void => void (this.lost = callback)
  async start(): Promise<void> {
    this.starts++
    if (this.failures-- > 0) throw this.error
  }
}

describe('the hub’s connection', () => {
  let hub: FakeHub
  let links: Link[]
  let connection: HubBoardConnection
  const listener: BoardListener = {
    onLink: (link) => links.push(link),
    onConnected: vi.fn(),
    onSnapshot: vi.fn(),
    onDelta: vi.fn(),
    onUnauthorised: vi.fn(),
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.clearAllMocks()
    hub = new FakeHub()
    links = []
    connection = new HubBoardConnection(() => hub as unknown as Hub)
  })
  afterEach(() => vi.useRealTimers())

  it('retries the first start as long as it takes, at most five seconds apart', async () => {
    hub.failures = 100
    connection.start(listener)
    await vi.advanceTimersByTimeAsync(100_000)
    const tries = hub.starts
    expect(tries).toBeGreaterThan(19)
    expect(links.at(-1)).toBe('offline')
    hub.failures = 0
    await vi.advanceTimersByTimeAsync(5_000)
    expect(hub.starts).toBe(tries + 1)
    expect(listener.onConnected).toHaveBeenCalledOnce()
  })

  it('comes back after the line was lost and asks again', async () => {
    connection.start(listener)
    await vi.advanceTimersByTimeAsync(0)
    hub.failures = 2
    hub.lost()
    expect(links.at(-1)).toBe('reconnecting')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(listener.onConnected).toHaveBeenCalledTimes(2)
  })

  it('does not insist when nobody is signed in', async () => {
    hub.failures = 1
    hub.error = new HttpError('Unauthorized', 401)
    connection.start(listener)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hub.starts).toBe(1)
    expect(listener.onUnauthorised).toHaveBeenCalledOnce()
  })

  it('is not closed before it is open: SignalR would call that an error', async () => {
    let opened = (): void => undefined
    vi.spyOn(hub, 'start').mockReturnValue(new Promise<void>((done) => (opened = done)))
    connection.start(listener)
    connection.stop('county/330521')
    await vi.advanceTimersByTimeAsync(0)
    expect(hub.stop).not.toHaveBeenCalled()
    opened()
    await vi.advanceTimersByTimeAsync(0)
    expect(hub.invoke).toHaveBeenCalledWith('Unwatch', 'county/330521')
    expect(hub.stop).toHaveBeenCalledOnce()
    expect(listener.onConnected).not.toHaveBeenCalled()
  })

  it('tries no more once stopped', async () => {
    hub.failures = 100
    connection.start(listener)
    await vi.advanceTimersByTimeAsync(0)
    connection.stop('county/330521')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hub.starts).toBe(1)
  })

  it('is live once the board is watched, and tells a refusal from other trouble', async () => {
    connection.start(listener)
    await connection.watch('county/330521', 7)
    expect(links.at(-1)).toBe('live')
    hub.invoke.mockRejectedValueOnce(new Error("An unexpected error occurred invoking 'Watch' on the server. HubException: out-of-scope county/1"))
    await expect(connection.watch('county/1', null)).rejects.toBeInstanceOf(OutOfScopeError)
    expect(isOutOfScope(new Error('Connection closed'))).toBe(false)
  })
})
