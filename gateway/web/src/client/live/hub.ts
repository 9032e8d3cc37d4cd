import { type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr'
import type { Transport } from './hub-transport'

/** Milliseconds for one request of the negotiation. */
const REQUEST_TIMEOUT = 5_000

export interface Hub extends Pick<HubConnection, 'start' | 'stop' | 'invoke' | 'on' | 'onclose'> {
  /** Lets go of a line that does not open. SignalR's own stop waits until the browser gives up the request. */
  abandon(): void
}

export function buildHub(transport: Transport): Hub {
  const opened: { close(): void }[] = []
  const connection = new HubConnectionBuilder()
    .withUrl('/hubs/board', { timeout: REQUEST_TIMEOUT, transport, ...recorded(opened) })
    .configureLogging(LogLevel.Error)
    .build()
  const abandon = (): void => {
    for (const each of opened) each.close()
    void connection.stop().catch(() => undefined)
  }
  return Object.assign(connection, { abandon })
}

/** The browser's own classes, which note what they open so that it can be closed: an open request holds one of a browser's few connections to a host. */
function recorded(opened: { close(): void }[]): { WebSocket?: typeof WebSocket; EventSource?: typeof EventSource } {
  const note = <T extends { close(): void }>(each: T): T => {
    opened.push(each)
    return each
  }
  const classes: { WebSocket?: typeof WebSocket; EventSource?: typeof EventSource } = {}
  if (typeof WebSocket !== 'undefined') classes.WebSocket = new Proxy(WebSocket, { construct: (type, given) => note(Reflect.construct(type, given) as WebSocket) })
  if (typeof EventSource !== 'undefined') classes.EventSource = new Proxy(EventSource, { construct: (type, given) => note(Reflect.construct(type, given) as EventSource) })
  return classes
}
