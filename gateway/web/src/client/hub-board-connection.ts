import { HttpError, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr'
import { type BoardConnection, type BoardListener, OutOfScopeError } from './board-connection'
import { retryDelay } from './retry'
import type { BoardDelta, BoardView } from './types'

const OFFLINE_AFTER = 15_000
const START_TIMEOUT = 5_000

export type Hub = Pick<HubConnection, 'start' | 'stop' | 'invoke' | 'on' | 'onclose'>

/**
 * Boards over SignalR. It reconnects for ever and treats the first start like any other: SignalR's own policy gives up after four
 * tries and never retries the first.
 */
export class HubBoardConnection implements BoardConnection {
  private readonly hub: Hub
  private listener: BoardListener | null = null
  private attempt = 0
  private downSince: number | null = null
  private wasUp = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(createHub: () => Hub = buildHub) {
    this.hub = createHub()
  }

  start(listener: BoardListener): void {
    this.listener = listener
    this.hub.on('Snapshot', (view: BoardView) => this.listener?.onSnapshot(view))
    this.hub.on('Delta', (delta: BoardDelta) => this.listener?.onDelta(delta))
    this.hub.onclose(() => this.retryLater())
    addEventListener('online', this.retryNow)
    listener.onLink('connecting')
    void this.connect()
  }

  async watch(scope: string, lastVersion: number | null): Promise<void> {
    try {
      await this.hub.invoke('Watch', scope, lastVersion)
      this.listener?.onLink('live')
    } catch (error) {
      if (isOutOfScope(error)) throw new OutOfScopeError(scope)
      throw error
    }
  }

  stop(scope: string): void {
    this.listener = null
    clearTimeout(this.timer)
    removeEventListener('online', this.retryNow)
    const close = (): void => void this.hub.stop().catch(() => undefined)
    this.hub.invoke('Unwatch', scope).then(close, close)
  }

  private async connect(): Promise<void> {
    this.timer = undefined
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
    this.timer = setTimeout(() => void this.connect(), retryDelay(this.attempt++))
  }

  /** The network came back: no need to sit out the delay. */
  private readonly retryNow = (): void => {
    if (this.timer === undefined) return
    clearTimeout(this.timer)
    void this.connect()
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
