import { expect, it } from 'vitest'
import type { SeriesPoint } from '../../client/endpoints/region-types'
import { lineOf, partOf, seriesTable } from './series'

const point = (period: string, visited: number, expected: number, open = false): SeriesPoint => ({
  period, open, expected, visited, inTime: visited, missed: expected - visited, excused: 0, exempt: 0, coverage: expected ? (100 * visited) / expected : null, timeliness: expected ? (100 * visited) / expected : null,
})

it('puts all lines on the same periods; what one lacks is a gap and not a zero', () => {
  const table = seriesTable([
    { code: '3305', name: '湖州市', points: [point('2026-03', 3, 4), point('2026-04', 1, 4, true)] },
    { code: '330521', name: '德清县', points: [point('2026-04', 1, 2, true), point('2026-02', 0, 0)] },
  ])
  expect(table.periods).toEqual(['2026-02', '2026-03', '2026-04'])
  expect([...table.open]).toEqual(['2026-04'])
  expect(table.lines.map((line) => line.cells.map((cell) => cell?.visited ?? null))).toEqual([[null, 3, 1], [0, null, 1]])
})

it('takes the code from the scope and the numerator of the rate', () => {
  const view = { scope: 'county/330521', name: '德清县', asOf: '', now: '', schools: [{ ...point('2026-03', 3, 4), inTime: 2 }], institutions: [], silent: [] }
  const line = lineOf(view, 'schools')
  expect([line.code, partOf(line.points[0]!, 'coverage'), partOf(line.points[0]!, 'timeliness')]).toEqual(['330521', 3, 2])
})
