import type { Duty, DutyMark, DutyState, UnitKind } from '../../client/types'

const OFFSET = 8 * 3_600_000
const DAY = 86_400_000

/** September is the first month of a school year, August the last. */
const FIRST_MONTH = 9

export interface SchoolYear {
  /** Calendar year of its September. */
  from: number
  /** "2026-09" … or "2026Q4" …, in order. */
  periods: string[]
  /** The period of the given instant. */
  current: string
  /** Days of the period that are left, today included. */
  daysLeft: number
  /** Periods of the year after the current one. */
  periodsLeft: number
}

const two = (number: number): string => String(number).padStart(2, '0')

/** "2026-04", and for an institution "2026Q2": where an instant lies in Shanghai. */
export function periodOf(instant: string | number, kind: UnitKind): string {
  const civil = new Date(new Date(instant).getTime() + OFFSET)
  const month = civil.getUTCMonth() + 1
  return kind === 'School' ? `${civil.getUTCFullYear()}-${two(month)}` : `${civil.getUTCFullYear()}Q${Math.ceil(month / 3)}`
}

/** The school year an instant lies in. Quarters do not meet it exactly: it is shown as the last of one year and three of the next. */
export function schoolYearOf(instant: string | number, kind: UnitKind): SchoolYear {
  const civil = new Date(new Date(instant).getTime() + OFFSET)
  const [year, month] = [civil.getUTCFullYear(), civil.getUTCMonth() + 1]
  const from = kind === 'School' ? (month >= FIRST_MONTH ? year : year - 1) : month >= 10 ? year : year - 1
  const periods = kind === 'School'
    ? Array.from({ length: 12 }, (_, index) => (index < 4 ? `${from}-${two(FIRST_MONTH + index)}` : `${from + 1}-${two(index - 3)}`))
    : [`${from}Q4`, `${from + 1}Q1`, `${from + 1}Q2`, `${from + 1}Q3`]
  const current = periodOf(instant, kind)
  const end = kind === 'School' ? Date.UTC(year, month, 1) : Date.UTC(year, Math.ceil(month / 3) * 3, 1)
  return {
    from,
    periods,
    current,
    daysLeft: Math.ceil((end - civil.getTime()) / DAY),
    periodsLeft: periods.length - 1 - periods.indexOf(current),
  }
}

/** What is known of one period; `ahead` has not begun, `unknown` was before the unit was registered. */
export interface YearMark { period: string; state: DutyState | 'ahead' | 'unknown'; chargedTo: string | null; current: boolean }

export function yearMarks(year: SchoolYear, duties: readonly Duty[], recent: readonly DutyMark[]): YearMark[] {
  const known = new Map<string, DutyMark>([...duties, ...recent].map((mark) => [mark.period, mark]))
  const now = year.periods.indexOf(year.current)
  return year.periods.map((period, index) => {
    const mark = known.get(period)
    return { period, state: mark?.state ?? (index > now ? 'ahead' : 'unknown'), chargedTo: mark?.chargedTo ?? null, current: period === year.current }
  })
}
