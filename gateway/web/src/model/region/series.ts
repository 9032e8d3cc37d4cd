import type { SeriesPoint, SeriesView } from '../../client/endpoints/region-types'

export type Rate = 'coverage' | 'timeliness'

export interface SeriesLine {
  code: string
  name: string
  points: readonly SeriesPoint[]
}

/** Lines over the same periods, whatever each of them has: what one lacks is a gap, never a zero. */
export interface SeriesTable {
  periods: readonly string[]
  /** Periods that have not ended. */
  open: ReadonlySet<string>
  lines: readonly { code: string; name: string; cells: readonly (SeriesPoint | null)[] }[]
}

export const lineOf = (view: SeriesView, kind: 'schools' | 'institutions'): SeriesLine => ({ code: codeOf(view.scope), name: view.name, points: view[kind] })

export function seriesTable(lines: readonly SeriesLine[]): SeriesTable {
  const periods = [...new Set(lines.flatMap((line) => line.points.map((point) => point.period)))].sort()
  return {
    periods,
    open: new Set(lines.flatMap((line) => line.points.filter((point) => point.open).map((point) => point.period))),
    lines: lines.map(({ code, name, points }) => ({ code, name, cells: periods.map((period) => points.find((point) => point.period === period) ?? null) })),
  }
}

/** Numerator of a rate. */
export const partOf = (point: SeriesPoint, rate: Rate): number => (rate === 'coverage' ? point.visited : point.inTime)

const codeOf = (scope: string): string => scope.split('/')[1] ?? scope
