/** The server reconciles each board this often, in milliseconds. */
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

/**
 * How old data is by the server's clock, so that a wrong clock on the desk changes nothing. In milliseconds of the person who waits:
 * the hours that a fast sandbox crosses in a second are one second old.
 */
export const ageOf = (asOf: string, reading: ClockReading, local: number): number =>
  Math.max(0, serverNow(reading, local) - Date.parse(asOf)) / Math.max(1, reading.speed)

/** Two missed periods are worth a banner; after five the page must not pass for the present. */
export const freshnessOf = (age: number): Freshness =>
  age > 5 * RECONCILE_PERIOD ? 'stale' : age > 2 * RECONCILE_PERIOD ? 'late' : 'fresh'
