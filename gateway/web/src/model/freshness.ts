/** The server reconciles each board this often, in milliseconds of its own clock. */
export const RECONCILE_PERIOD = 60_000

export type Freshness = 'fresh' | 'late' | 'stale'

/** What the server's clock showed at an instant of this page's monotonic clock, both in milliseconds. */
export interface ClockReading {
  server: number
  local: number
  /** Server seconds a real second: 1, or a sandbox's speed; 0 while it is paused. */
  speed: number
}

export const serverNow = (reading: ClockReading, local: number): number => reading.server + (local - reading.local) * reading.speed

/** How old data is by the server's clock, so that a wrong clock on the desk changes nothing. */
export const ageOf = (asOf: string, reading: ClockReading, local: number): number => Math.max(0, serverNow(reading, local) - Date.parse(asOf))

/** Two missed periods are worth a banner; after five the page must not pass for the present. A fast sandbox has longer ones. */
export function freshnessOf(age: number, speed: number): Freshness {
  const period = RECONCILE_PERIOD * Math.max(1, speed)
  return age > 5 * period ? 'stale' : age > 2 * period ? 'late' : 'fresh'
}
