// Every date people see is Asia/Shanghai, wherever the browser stands. There is no daylight saving.

const OFFSET = 8 * 3_600_000
const DAY = 86_400_000

export type Locale = 'zh-CN' | 'en'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', ...options })
  formats.set(key, made)
  return made
}

/** "4月9日" / "Apr 9" */
export const dayText = (instant: string | number, locale: Locale): string =>
  format(locale, { month: 'short', day: 'numeric' }).format(new Date(instant))

/** "2026年4月9日 14:05" / "Apr 9, 2026, 14:05" */
export const momentText = (instant: string | number, locale: Locale): string =>
  format(locale, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

/** "4月9日 14:05" / "Apr 9, 14:05" */
export const shortMomentText = (instant: string | number, locale: Locale): string =>
  format(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

/** "2026年4月" / "Apr 2026"; a quarter is "2026年第2季度" / "Q2 2026". */
export function periodText(period: string, locale: Locale): string {
  const year = period.slice(0, 4)
  if (period[4] === 'Q') return locale === 'en' ? `Q${period[5]} ${year}` : `${year}年第${period[5]}季度`
  return format(locale, { year: 'numeric', month: 'short' }).format(new Date(`${period}-15T04:00:00Z`))
}

/** "4月" / "Apr", "二季" / "Q2" */
export function shortPeriodText(period: string, locale: Locale): string {
  if (period[4] === 'Q') return locale === 'en' ? `Q${period[5]}` : `${'一二三四'[Number(period[5]) - 1]}季`
  return format(locale, { month: 'short' }).format(new Date(`${period}-15T04:00:00Z`))
}

/** A calendar day "2026-04-09" as "2026年4月9日" / "Apr 9, 2026". */
export const dateText = (day: string, locale: Locale): string =>
  format(locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(`${day}T04:00:00Z`))

/** Midnights in Shanghai between two instants; never negative. */
export const daysBetween = (from: string | number, to: string | number): number => Math.max(0, dayNumber(to) - dayNumber(from))

const dayNumber = (instant: string | number): number => Math.floor((new Date(instant).getTime() + OFFSET) / DAY)

export const oneDayLater = (instant: number): string => new Date(instant + DAY).toISOString()

/** 00:00 of the next month's first day, when this month is settled. */
export function nextMonthStart(instant: number): string {
  const civil = new Date(instant + OFFSET)
  return new Date(Date.UTC(civil.getUTCFullYear(), civil.getUTCMonth() + 1, 1) - OFFSET).toISOString()
}
