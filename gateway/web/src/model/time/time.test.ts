import { describe, expect, it } from 'vitest'
import { dateText, daysBetween, momentText, nextMonthStart, periodText, shortPeriodText } from './civil-time'
import { ageOf, freshnessOf } from './freshness'
import { percentText } from '../board/percent'
import { windowOf } from '../board/window'

describe('civil time', () => {
  it('is that of Shanghai, also when UTC is still in April', () => {
    expect(momentText('2026-04-30T16:00:00Z', 'zh-CN')).toBe('2026年5月1日 00:00')
    expect(nextMonthStart(Date.parse('2026-04-30T16:00:00Z'))).toBe('2026-05-31T16:00:00.000Z')
    expect(nextMonthStart(Date.parse('2026-12-31T15:59:59Z'))).toBe('2026-12-31T16:00:00.000Z')
  })

  it('writes a day as it is and counts days by their midnights', () => {
    expect(dateText('2026-04-09', 'zh-CN')).toBe('2026年4月9日')
    expect(dateText('2026-04-09', 'en')).toBe('Apr 9, 2026')
    expect(daysBetween('2026-04-08T15:59:00Z', '2026-04-08T16:01:00Z')).toBe(1)
    expect(daysBetween('2026-04-08T16:01:00Z', '2026-04-09T15:00:00Z')).toBe(0)
    expect(daysBetween('2026-04-09T00:00:00Z', '2026-04-01T00:00:00Z')).toBe(0)
  })

  it.each([
    ['2026-04', '2026年4月', 'Apr 2026', '4月'],
    ['2026Q2', '2026年第2季度', 'Q2 2026', '二季'],
  ])('names the period %s', (period, chinese, english, short) => {
    expect([periodText(period, 'zh-CN'), periodText(period, 'en'), shortPeriodText(period, 'zh-CN')]).toEqual([chinese, english, short])
  })
})

describe('age of data', () => {
  const server = Date.parse('2026-04-09T02:00:10Z')

  it('follows the server’s clock, and a sandbox’s speed', () => {
    expect(ageOf('2026-04-09T02:00:00Z', { server, local: 500, speed: 1 }, 5_500)).toBe(15_000)
    expect(ageOf('2026-04-09T02:00:00Z', { server, local: 500, speed: 60 }, 1_500)).toBeCloseTo(70_000 / 60)
    expect(ageOf('2026-04-09T02:00:00Z', { server, local: 500, speed: 0 }, 99_500)).toBe(10_000)
  })

  it.each([
    [120_000, 'fresh'],
    [120_001, 'late'],
    [300_001, 'stale'],
  ])('of %i ms is %s', (age, expected) => {
    expect(freshnessOf(age)).toBe(expected)
  })
})

describe('a window of rows', () => {
  it.each([
    ['at the top', 3_000, 0, { first: 0, end: 28 }],
    ['in the middle', 3_000, 40_000, { first: 992, end: 1_028 }],
    ['below the screen', 3_000, -2_000, { first: 0, end: 0 }],
    ['of a short list', 5, 0, { first: 0, end: 5 }],
  ])('%s', (_, count, hidden, expected) => {
    expect(windowOf(count, 40, hidden, 800)).toEqual(expected)
  })
})

it('percentages have one decimal, and nothing expected is a dash', () => {
  expect([percentText(95), percentText(null)]).toEqual(['95.0%', '—'])
})
