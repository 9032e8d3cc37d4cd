import type { Past } from '../../client/endpoints/api'

const OFFSET = 8 * 3_600_000
const DAY = 86_400_000
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/

/** Civil day in Shanghai, "2026-04-09". */
export const dayOf = (instant: string | number): string => new Date(new Date(instant).getTime() + OFFSET).toISOString().slice(0, 10)

/** The last second of a civil day. */
export const endOfDay = (day: string): string => `${day}T23:59:59+08:00`

/** Days from one civil day to another; negative when it lies before. */
export const daysApart = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

export const addDays = (day: string, count: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)

/** What an address asks for; what it does not know is ignored. */
export function pastOf(query: Record<string, unknown>): Past {
  const instant = (name: string): string | undefined => (typeof query[name] === 'string' && ZONED.test(query[name]) ? query[name] : undefined)
  const [asOf, known] = [instant('asOf'), instant('known')]
  return { ...(asOf ? { asOf } : {}), ...(known ? { known } : {}) }
}

/** The end of a past day, as it is known now or as it was known then. Today is the present. */
export function pastAt(day: string, today: string, knownThen: boolean): Past {
  if (day >= today) return {}
  return knownThen ? { asOf: endOfDay(day), known: endOfDay(day) } : { asOf: endOfDay(day) }
}
