/** What the server's clock showed at an instant of the device's own; taken in the middle of a request's way there and back. */
export interface ClockReading {
  /** Milliseconds since 1970 by the server. */
  server: number
  /** Milliseconds since 1970 by the device. */
  device: number
  /** Seconds of the server's time in a real second: 1, or a sandbox's speed. */
  speed: number
}

/** What a visit says of the device's clock: the two readings it began between. */
export interface ClockBracket { serverBefore: string; deviceBefore: string }

const CIVIL_OFFSET = 8 * 3_600_000
const DAY = 86_400_000

/** The server's present, as well as the device can tell. */
export const serverTime = (reading: ClockReading, device: number): number => reading.server + (device - reading.device) * reading.speed

/** Without a reading the device has never been told the time, and its own clock is all there is. */
export const timeOrOwn = (reading: ClockReading | null, device: number): number => (reading ? serverTime(reading, device) : device)

/** A sandbox's time does not run like any device's clock, so there is nothing to compare. */
export const isSimulated = (reading: ClockReading | null): boolean => reading !== null && reading.speed !== 1

export const bracketOf = (reading: ClockReading | null): ClockBracket | null =>
  reading && !isSimulated(reading) ? { serverBefore: iso(reading.server), deviceBefore: iso(reading.device) } : null

export const iso = (instant: number): string => new Date(Math.floor(instant)).toISOString()

/** "2026-03-02": the day in Asia/Shanghai. */
export const civilDay = (instant: number): string => new Date(instant + CIVIL_OFFSET).toISOString().slice(0, 10)

export const civilMonth = (instant: number): number => new Date(instant + CIVIL_OFFSET).getUTCMonth() + 1

/** "2026-03-02T09:30" in Asia/Shanghai, as a field for date and time wants it. */
export const civilInput = (instant: string): string => new Date(Date.parse(instant) + CIVIL_OFFSET).toISOString().slice(0, 16)

/** The instant of such a field; null while it is incomplete. */
export function fromCivilInput(text: string): string | null {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00+08:00`) : Number.NaN
  return Number.isNaN(instant) ? null : iso(instant)
}

/** The last day of the period "2026-03" or "2026Q1". */
export function lastDayOf(period: string): string {
  const year = Number(period.slice(0, 4))
  const next = period[4] === 'Q' ? Number(period[5]) * 3 : Number(period.slice(5, 7))
  return new Date(Date.UTC(year, next, 1) - DAY).toISOString().slice(0, 10)
}

/** Whole days from one calendar day to another; negative when the other lies before. */
export const daysUntil = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
