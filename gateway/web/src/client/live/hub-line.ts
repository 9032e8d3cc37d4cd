import { HttpError } from '@microsoft/signalr'
import { buildHub, type Hub } from './hub'
import { keepTransport, keptTransport, nextTransport, type Transport } from './hub-transport'
import type { LineListener } from './link'
import { retryDelay } from '../http/retry'

const OFFLINE_AFTER = 15_000

/**
 * Milliseconds that one transport gets to be open and greeted. Some proxies never answer an upgrade or hold an event stream back, and
 * SignalR itself waits for them for ever. Three transports of eight seconds each stay below the thirty seconds that a visitor is promised.
 */
export const TRANSPORT_DEADLINE = 8_000

type Handler = (message: never) => void

/**
 * A line to the hub. It reconnects for ever and treats the first start like any other: SignalR's own policy gives up after four
 * tries and never retries the first. Each try uses one transport; when that one can't be opened in time the next one is tried, and the
 * one that works is kept for the visit.
 */
export class HubLine {
  private hub: Hub | null = null
  private transport = keptTransport()
  private readonly handlers: [name: string, handler: Handler][] = []
  private listener: LineListener | null = null
  private attempt = 0
  private downSince: number | null = null
  private wasUp = false
  private timer: ReturnType<typeof setTimeout> | undefined
  /** The attempt under way, or the last one; it never fails. */
  private connecting: Promise<void> = Promise.resolve()

  constructor(private readonly createHub: (transport: Transport) => Hub = buildHub) {}

  /** Before {@link start}. */
  on<T>(name: string, handler: (message: T) => void): void {
    this.handlers.push([name, handler])
  }

  start(listener: LineListener): void {
    this.listener = listener
    addEventListener('online', this.retryNow)
    listener.onLink('connecting')
    this.connect()
  }

  invoke(method: string, ...values: unknown[]): Promise<unknown> {
    return this.hub ? this.hub.invoke(method, ...values) : Promise.reject(new Error('the line is not open'))
  }

  /**
   * A line that is just being opened is closed once it is open: SignalR takes the other for an error.
   * @param last the last thing to be said
   */
  stop(...last: [method: string, what: string]): void {
    this.listener = null
    clearTimeout(this.timer)
    removeEventListener('online', this.retryNow)
    const close = (): void => void this.hub?.stop().catch(() => undefined)
    void this.connecting.then(() => this.invoke(...last)).then(close, close)
  }

  private connect(): void {
    this.timer = undefined
    this.connecting = this.open()
  }

  private async open(): Promise<void> {
    const first = (this.transport = keptTransport())
    do {
      const hub = this.renew()
      try {
        await withDeadline(hub.start())
      } catch (error) {
        if (!isOfTransport(error)) return this.failed(error)
        hub.abandon()
        this.transport = nextTransport(this.transport)
        continue
      }
      keepTransport(this.transport)
      this.attempt = 0
      this.downSince = null
      this.wasUp = true
      this.listener?.onConnected()
      return
    } while (this.listener && this.transport !== first)
    this.retryLater()
  }

  private failed(error: unknown): void {
    if (isUnauthorised(error)) this.listener?.onUnauthorised()
    else this.retryLater()
  }

  /** A hub for the transport of this try: SignalR's object stays with the transport that it was made for. */
  private renew(): Hub {
    const hub = (this.hub = this.createHub(this.transport))
    for (const [name, handler] of this.handlers) hub.on(name, handler as (...values: unknown[]) => void)
    hub.onclose(() => {
      if (this.hub === hub) this.retryLater()
    })
    return hub
  }

  private retryLater(): void {
    if (!this.listener || this.timer !== undefined) return
    this.downSince ??= performance.now()
    const lostForLong = performance.now() - this.downSince > OFFLINE_AFTER || !navigator.onLine
    this.listener.onLink(lostForLong ? 'offline' : this.wasUp ? 'reconnecting' : 'connecting')
    this.timer = setTimeout(() => this.connect(), retryDelay(this.attempt++))
  }

  /** The network came back: no need to sit out the delay. */
  private readonly retryNow = (): void => {
    if (this.timer === undefined) return
    clearTimeout(this.timer)
    this.connect()
  }
}

/** SignalR puts its own sentence before the server's. */
export function isOutOfScope(error: unknown): boolean {
  return error instanceof Error && /(^|HubException: )out-of-scope/.test(error.message)
}

class Overdue extends Error {}

async function withDeadline(started: Promise<void>): Promise<void> {
  started.catch(() => undefined) // It may fail long after nobody waits for it any more.
  let timer: ReturnType<typeof setTimeout> | undefined
  const overdue = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Overdue('the transport was not open in time')), TRANSPORT_DEADLINE)))
  try {
    await Promise.race([started, overdue])
  } finally {
    clearTimeout(timer)
  }
}

/** The server answered, but this transport could not be opened: another one may work. */
function isOfTransport(error: unknown): boolean {
  return error instanceof Overdue || (error instanceof Error && error.message.startsWith('Unable to connect to the server with any of the available transports'))
}

/** While negotiating, SignalR wraps the status in a sentence. */
function isUnauthorised(error: unknown): boolean {
  return (error instanceof HttpError && error.statusCode === 401) || (error instanceof Error && /Status code '401'/.test(error.message))
}
