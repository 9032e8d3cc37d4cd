import { describe, expect, it } from 'vitest'
import { clock, issue, NOON, row, unit, view } from '../testing/builders'
import { ageOf, forecast, tasks } from './today'

const MARCH = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-30', '2026-03-31', '2026-04-01']
const later = (days: number): number => NOON + days * 86_400_000

describe('the forecast', () => {
  it('counts schools that owe a visit and the teaching days left, today included', () => {
    const units = [unit(), unit({ row: row({ unit: 'school/2', state: 'Satisfied', done: 1 }) }), unit({ own: false, row: row({ unit: 'school/3' }) }), unit({ row: row({ unit: 'institution/4', kind: 'Institution', period: '2026Q1' }) })]
    expect(forecast(view(units, MARCH), NOON)).toEqual({ schools: 1, institutions: 1, daysLeft: 5, quarterDaysLeft: 30, pressing: false })
  })

  it('goes on without signal: fewer days each day, and pressing when a day needs more than a school', () => {
    const units = ['1', '2'].map((code) => unit({ row: row({ unit: `school/${code}` }) }))
    expect(forecast(view(units, MARCH), later(28))).toMatchObject({ schools: 2, daysLeft: 2, pressing: true })
  })

  it('does not speak of a month that began after the copy was taken', () => {
    expect(forecast(view([unit()], MARCH), later(31))).toMatchObject({ schools: 0, daysLeft: 0 })
    expect(forecast(view([unit()], MARCH), later(62)).daysLeft).toBeNull()
  })

  it('takes a day by Asia/Shanghai', () => {
    expect(forecast(view([unit()], MARCH), Date.parse('2026-03-02T16:30:00Z')).daysLeft).toBe(4)
  })
})

describe('the tasks', () => {
  it('begin with today’s plan, then the missed, look-backs, what is due, and the rest', () => {
    const plan = { id: 'p', inspector: '督学-1', day: '2026-03-02', slot: 'Morning' as const, kind: 'Regular' as const, unannounced: true }
    const units = [
      unit({ row: row({ unit: 'school/5', code: '5', state: 'Satisfied', done: 1 }) }),
      unit({ row: row({ unit: 'school/4', code: '4' }) }),
      unit({ row: row({ unit: 'school/3', code: '3', state: 'Satisfied', done: 1 }), issues: [issue(1, { state: 'LookBack', clocks: [clock('LookBack', '2026-03-20')] })] }),
      unit({ row: row({ unit: 'school/2', code: '2', colour: 'Red' }) }),
      unit({ row: row({ unit: 'school/1', code: '1', state: 'Satisfied', done: 1 }), plans: [plan] }),
    ]
    expect(tasks(view(units), NOON).map((task) => task.unit.row.code)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('open a look-back when its first day comes, also without signal', () => {
    const verified = issue(1, { state: 'Verified', clocks: [clock('LookBackOpens', '2026-03-05'), clock('LookBack', '2026-04-04')] })
    const at = (now: number): unknown => tasks(view([unit({ issues: [verified] })]), now)[0]!.lookBacks.map(({ state, until }) => ({ state, until }))
    expect(at(NOON)).toEqual([{ state: 'soon', until: '2026-03-05' }])
    expect(at(later(3))).toEqual([{ state: 'open', until: '2026-04-04' }])
    expect(at(later(-10))).toEqual([])
  })

  it('count issues whose day to rectify is over', () => {
    const issues = [issue(1, { clocks: [clock('Rectify', '2026-03-02')] }), issue(2, { clocks: [clock('Rectify', '2026-03-01')] }), issue(3, { clocks: [clock('Rectify', '2026-03-09', true)] })]
    expect(tasks(view([unit({ issues })]), NOON)[0]!.overdueIssues).toBe(2)
  })
})

it.each([[-5_000, 'now', 0], [59_000, 'now', 0], [61_000, 'minutes', 1], [7_200_000, 'hours', 2], [172_800_000, 'days', 2]])('an age of %i ms is said in its largest whole unit', (milliseconds, unitName, n) => {
  expect(ageOf(milliseconds)).toEqual({ unit: unitName, n })
})
