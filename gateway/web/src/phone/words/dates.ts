import { dateText, dayText, periodText, shortMomentText } from '../../model/time/civil-time'
import { ageOf } from '../model/today'
import { locale, say } from '.'

export const ageWords = (milliseconds: number): string => {
  const { unit, n } = ageOf(milliseconds)
  return say(`age.${unit}`, { n })
}

/** A calendar day. */
export const dayWords = (day: string): string => dateText(day, locale.value)

/** The day of an instant. */
export const dayOf = (instant: string): string => dayText(instant, locale.value)

export const momentWords = (instant: string): string => shortMomentText(instant, locale.value)

export const periodWords = (period: string): string => periodText(period, locale.value)
