import type { FieldPlan, FieldUnit, FieldView } from '../../client/field-types'
import type { IssueView } from '../../client/types'
import { civilDay, daysUntil, lastDayOf } from './clock'

/** "还有 7 所学校，剩 6 个教学日", by the calendar taken along and today's date. */
export interface Forecast {
  schools: number
  institutions: number
  /** Teaching days from today to the month's end, both included; null when the calendar taken along ends before. */
  daysLeft: number | null
  /** Days from today to the quarter's end, which institutions have. */
  quarterDaysLeft: number
  pressing: boolean
}

export type LookBackState = 'open' | 'soon'

export interface Task {
  unit: FieldUnit
  /** Still owes a visit in its period. */
  due: boolean
  missed: boolean
  visits: number
  lookBacks: { issue: IssueView; state: LookBackState; until: string | null }[]
  overdueIssues: number
  plan: FieldPlan | null
}

const SOON = 7

export const owes = (unit: FieldUnit): boolean => unit.own && (unit.row.state === 'Pending' || unit.row.state === 'DueSoon') && unit.row.done < unit.row.required

export function forecast(packet: FieldView, now: number): Forecast {
  const today = civilDay(now)
  const month = today.slice(0, 7)
  const due = packet.units.filter((unit) => owes(unit) && lastDayOf(unit.row.period) >= today)
  const schools = due.filter((unit) => unit.row.kind === 'School').length
  const lastKnown = packet.teachingDays[packet.teachingDays.length - 1]?.slice(0, 7)
  const daysLeft = lastKnown === undefined || lastKnown < month ? null : packet.teachingDays.filter((day) => day >= today && day.startsWith(month)).length
  return {
    schools,
    institutions: due.length - schools,
    daysLeft,
    quarterDaysLeft: daysUntil(today, lastDayOf(quarterOf(today))) + 1,
    pressing: daysLeft !== null && schools >= daysLeft,
  }
}

export function tasks(packet: FieldView, now: number): Task[] {
  const today = civilDay(now)
  return packet.units
    .filter((unit) => unit.row.status !== 'Closed')
    .map((unit) => taskOf(unit, today))
    .sort((left, right) => rank(left, today) - rank(right, today) || (left.unit.row.nextDueAt ?? '9').localeCompare(right.unit.row.nextDueAt ?? '9') || left.unit.row.code.localeCompare(right.unit.row.code))
}

function taskOf(unit: FieldUnit, today: string): Task {
  return {
    unit,
    due: owes(unit),
    missed: unit.row.colour === 'Red',
    visits: Math.max(0, unit.row.required - unit.row.done),
    lookBacks: unit.issues.flatMap((issue) => lookBackOf(issue, today)),
    overdueIssues: unit.issues.filter((issue) => issue.clocks.some((clock) => clock.kind === 'Rectify' && (clock.passed || clock.due < today))).length,
    plan: unit.plans.find((plan) => plan.day >= today) ?? unit.plans[unit.plans.length - 1] ?? null,
  }
}

/** Open by the copy taken along, or because its first day has come since. */
function lookBackOf(issue: IssueView, today: string): Task['lookBacks'] {
  const opens = issue.clocks.find((clock) => clock.kind === 'LookBackOpens')?.due
  const until = issue.clocks.find((clock) => clock.kind === 'LookBack')?.due ?? null
  if (issue.state === 'LookBack' || (issue.state === 'Verified' && opens !== undefined && opens <= today)) return [{ issue, state: 'open', until }]
  return issue.state === 'Verified' && opens !== undefined && daysUntil(today, opens) <= SOON ? [{ issue, state: 'soon', until: opens }] : []
}

/** Today's plan first, then what is missed, due, to be looked back at, and the rest. */
function rank(task: Task, today: string): number {
  if (task.plan && task.plan.day <= today) return 0
  if (task.missed && task.due) return 1
  if (task.lookBacks.some((look) => look.state === 'open')) return 2
  if (task.due) return task.unit.row.state === 'DueSoon' ? 3 : 4
  return task.unit.issues.length > 0 ? 5 : 6
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

export type AgeUnit = 'now' | 'minutes' | 'hours' | 'days'

/** How old the copy taken along is. */
export function ageOf(milliseconds: number): { unit: AgeUnit; n: number } {
  const minutes = Math.floor(Math.max(0, milliseconds) / 60_000)
  if (minutes < 1) return { unit: 'now', n: 0 }
  if (minutes < 60) return { unit: 'minutes', n: minutes }
  if (minutes < 1_440) return { unit: 'hours', n: Math.floor(minutes / 60) }
  return { unit: 'days', n: Math.floor(minutes / 1_440) }
}

/** A copy of more than a day must not pass for the present. */
export const isOld = (milliseconds: number): boolean => milliseconds > 86_400_000
