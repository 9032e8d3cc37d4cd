import { HttpError, HttpTransportType } from '@microsoft/signalr'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BoardListener, OutOfScopeError } from './board-connection'
import { HubBoardConnection } from './hub-board-connection'
import type { Hub } from './hub'
import { isOutOfScope, TRANSPORT_DEADLINE } from './hub-line'
import { keepTransport, type Transport } from './hub-transport'
import type { Link } from './link'

class FakeHub {
  starts = 0
  failures = 0
  error: Error = new Error('refused')
  lost: () => void = () => undefined
  invoke = vi.fn(async () => undefined)
  stop = vi.fn(async () => undefined)
  abandon = vi.fn()
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

  describe('with a proxy in between', () => {
    const { WebSockets, ServerSentEvents, LongPolling } = HttpTransportType
    const never = (): Promise<void> => new Promise(() => undefined)
    const refused = (): Promise<void> => Promise.reject(new Error('Unable to connect to the server with any of the available transports. WebSockets failed'))
    let tried: Transport[]
    let abandoned: Transport[]
    let ways: Partial<Record<Transport, () => Promise<void>>>
    let now: FakeHub

    const make = (transport: Transport): Hub => {
      tried.push(transport)
      now = new FakeHub()
      now.abandon = vi.fn(() => void abandoned.push(transport))
      const way = ways[transport]
      if (way) vi.spyOn(now, 'start').mockImplementation(way)
      return now as unknown as Hub
    }

    beforeEach(() => {
      ;[tried, abandoned, ways] = [[], [], {}]
      sessionStorage.clear()
      keepTransport(WebSockets)
      connection = new HubBoardConnection(make)
    })

    it('is live within thirty seconds by the third transport when two of them never answer', async () => {
      ways = { [WebSockets]: never, [ServerSentEvents]: never }
      connection.start(listener)
      await vi.advanceTimersByTimeAsync(2 * TRANSPORT_DEADLINE)
      expect(listener.onConnected).toHaveBeenCalledOnce()
      expect(tried).toEqual([WebSockets, ServerSentEvents, LongPolling])
      expect(abandoned).toEqual([WebSockets, ServerSentEvents])
      expect(3 * TRANSPORT_DEADLINE).toBeLessThan(30_000)
    })

    it('goes on at once when the transport is refused', async () => {
      ways = { [WebSockets]: refused }
      connection.start(listener)
      await vi.advanceTimersByTimeAsync(0)
      expect(tried).toEqual([WebSockets, ServerSentEvents])
      expect(listener.onConnected).toHaveBeenCalledOnce()
    })

    it('keeps the transport that worked, also for other lines of the tab', async () => {
      ways = { [WebSockets]: refused }
      connection.start(listener)
      await vi.advanceTimersByTimeAsync(0)
      now.lost()
      await vi.advanceTimersByTimeAsync(5_000)
      expect(tried).toEqual([WebSockets, ServerSentEvents, ServerSentEvents])
      expect(sessionStorage.getItem('supervision.hub-transport')).toBe(String(ServerSentEvents))
    })

    it('comes round to the best one when the kept one fails', async () => {
      keepTransport(LongPolling)
      ways = { [LongPolling]: refused }
      connection.start(listener)
      await vi.advanceTimersByTimeAsync(0)
      expect(tried).toEqual([LongPolling, WebSockets])
    })

    it('waits like after any failure when none can be opened', async () => {
      ways = { [WebSockets]: refused, [ServerSentEvents]: refused, [LongPolling]: refused }
      connection.start(listener)
      await vi.advanceTimersByTimeAsync(0)
      expect(tried).toHaveLength(3)
      await vi.advanceTimersByTimeAsync(400)
      expect(tried.slice(0, 6)).toEqual([WebSockets, ServerSentEvents, LongPolling, WebSockets, ServerSentEvents, LongPolling])
    })

    it('stays with the transport when it is the server that does not answer', async () => {
      ways = { [WebSockets]: () => Promise.reject(new Error('Failed to complete negotiation with the server: TypeError')) }
      connection.start(listener)
      await vi.advanceTimersByTimeAsync(10_000)
      expect(new Set(tried)).toEqual(new Set([WebSockets]))
    })

    it('hears nothing of a line that was given up', async () => {
      ways = { [WebSockets]: never }
      connection.start(listener)
      const first = now
      await vi.advanceTimersByTimeAsync(TRANSPORT_DEADLINE)
      expect(tried).toEqual([WebSockets, ServerSentEvents])
      first.lost()
      await vi.advanceTimersByTimeAsync(10_000)
      expect(tried).toHaveLength(2)
    })
  })

  it('does not insist when the negotiation says that nobody is signed in', async () => {
    hub.failures = 1
    hub.error = new Error("Failed to complete negotiation with the server: Error: Unauthorized: Status code '401'")
    connection.start(listener)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hub.starts).toBe(1)
    expect(listener.onUnauthorised).toHaveBeenCalledOnce()
  })
})
