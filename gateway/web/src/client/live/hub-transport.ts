import { HttpTransportType } from '@microsoft/signalr'

export type Transport = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling

/** Best first. */
const LADDER: readonly Transport[] = [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling]
const KEY = 'supervision.hub-transport'

let kept: Transport | null = null

/** The transport that worked last in this tab; the best one when none did yet. */
export function keptTransport(): Transport {
  kept ??= LADDER.find((transport) => String(transport) === stored()) ?? LADDER[0]!
  return kept
}

export function keepTransport(transport: Transport): void {
  kept = transport
  try {
    sessionStorage.setItem(KEY, String(transport))
  } catch {
    // Without storage it is found again after a reload.
  }
}

/** After the last comes the best again: a proxy may have been mended meanwhile. */
export function nextTransport(transport: Transport): Transport {
  return LADDER[(LADDER.indexOf(transport) + 1) % LADDER.length]!
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
