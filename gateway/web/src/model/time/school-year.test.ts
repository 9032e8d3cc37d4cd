import { describe, expect, it } from 'vitest'
import { periodOf, schoolYearOf, yearMarks } from './school-year'
import { addDays, dayOf, daysApart, pastAt, pastOf } from './past'
import { selectEntries, topicOf } from '../unit/timeline'

describe('a school year', () => {
  it('goes from September to August, in Shanghai', () => {
    expect(schoolYearOf('2026-04-10T02:00:00Z', 'School')).toMatchObject({ from: 2025, current: '2026-04', daysLeft: 21, periodsLeft: 4 })
    expect(schoolYearOf('2026-08-31T15:59:59Z', 'School')).toMatchObject({ from: 2025, current: '2026-08', daysLeft: 1, periodsLeft: 0 })
    expect(schoolYearOf('2026-08-31T16:00:00Z', 'School')).toMatchObject({ from: 2026, current: '2026-09', daysLeft: 30, periodsLeft: 11 })
  })

  it('has four quarters for an institution', () => {
    expect(schoolYearOf('2026-04-10T02:00:00Z', 'Institution')).toMatchObject({ periods: ['2025Q4', '2026Q1', '2026Q2', '2026Q3'], current: '2026Q2', periodsLeft: 1 })
    expect(periodOf('2026-12-31T16:00:00Z', 'Institution')).toBe('2027Q1')
  })

  it('says what is not known and what is ahead', () => {
    const marks = yearMarks(schoolYearOf('2026-04-10T02:00:00Z', 'School'), [], [{ period: '2026-03', state: 'Missed', chargedTo: 'a' }, { period: '2026-04', state: 'Pending', chargedTo: null }])
    expect(marks.map((mark) => mark.state)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'Missed', 'Pending', 'ahead', 'ahead', 'ahead', 'ahead'])
    expect(marks.filter((mark) => mark.current).map((mark) => mark.period)).toEqual(['2026-04'])
  })
})

describe('the past', () => {
  it('is a day in Shanghai', () => {
    expect(dayOf('2026-04-30T16:00:00Z')).toBe('2026-05-01')
    expect(daysApart('2026-02-27', addDays('2026-02-27', 3))).toBe(3)
  })

  it('is asked for by its last second; today is the present', () => {
    expect(pastAt('2026-04-09', '2026-04-10', false)).toEqual({ asOf: '2026-04-09T23:59:59+08:00' })
    expect(pastAt('2026-04-09', '2026-04-10', true)).toEqual({ asOf: '2026-04-09T23:59:59+08:00', known: '2026-04-09T23:59:59+08:00' })
    expect(pastAt('2026-04-10', '2026-04-10', true)).toEqual({})
  })

  it('in an address is an instant or nothing', () => {
    expect(pastOf({ asOf: '2026-04-09T23:59:59+08:00', known: 'yesterday' })).toEqual({ asOf: '2026-04-09T23:59:59+08:00' })
  })
})

describe('the timeline', () => {
  it.each([['visit-accepted', 'coverage'], ['period-missed', 'coverage'], ['issue-opened', 'issues'], ['measure-served', 'measures'], ['period-extended', 'measures'], ['profile-changed', 'roster']])('%s is about %s', (kind, topic) => {
    expect(topicOf(kind)).toBe(topic)
  })

  it('can be without what the system found by itself', () => {
    const entry = (actor: string) => ({ version: 1, kind: 'issue-opened', effectiveAt: '', recordedAt: '', actor, text: { zh: '', en: '' }, data: null })
    expect(selectEntries([entry('system'), entry('li')], { topic: null, byPeople: true })).toHaveLength(1)
  })
})
