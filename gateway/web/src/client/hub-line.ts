import { HttpError, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr'
import type { LineListener } from './link'
import { retryDelay } from './retry'

const OFFLINE_AFTER = 15_000
const START_TIMEOUT = 5_000

export type Hub = Pick<HubConnection, 'start' | 'stop' | 'invoke' | 'on' | 'onclose'>

/**
 * A line to the hub. It reconnects for ever and treats the first start like any other: SignalR's own policy gives up after four
 * tries and never retries the first.
 */
export class HubLine {
  readonly hub: Hub
  private listener: LineListener | null = null
  private attempt = 0
  private downSince: number | null = null
  private wasUp = false
  private timer: ReturnType<typeof setTimeout> | undefined
  /** The attempt under way, or the last one; it never fails. */
  private connecting: Promise<void> = Promise.resolve()

  constructor(createHub: () => Hub = buildHub) {
    this.hub = createHub()
  }

  start(listener: LineListener): void {
    this.listener = listener
    this.hub.onclose(() => this.retryLater())
    addEventListener('online', this.retryNow)
    listener.onLink('connecting')
    this.connect()
  }

  /**
   * A line that is just being opened is closed once it is open: SignalR takes the other for an error.
   * @param last the last thing to be said
   */
  stop(...last: [method: string, what: string]): void {
    this.listener = null
    clearTimeout(this.timer)
    removeEventListener('online', this.retryNow)
    const close = (): void => void this.hub.stop().catch(() => undefined)
    void this.connecting.then(() => this.hub.invoke(...last)).then(close, close)
  }

  private connect(): void {
    this.timer = undefined
    this.connecting = this.open()
  }

  private async open(): Promise<void> {
    try {
      await this.hub.start()
    } catch (error) {
      if (error instanceof HttpError && error.statusCode === 401) this.listener?.onUnauthorised()
      else this.retryLater()
      return
    }
    this.attempt = 0
    this.downSince = null
    this.wasUp = true
    this.listener?.onConnected()
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

function buildHub(): HubConnection {
  return new HubConnectionBuilder()
    .withUrl('/hubs/board', { timeout: START_TIMEOUT })
    .configureLogging(LogLevel.Error)
    .build()
}
