import type { CoverageTallyView, TallyView } from '../../client/types'
import type { StatusLook } from '../looks/status'
import { coverageOf } from '../board/tally'

/** What a tile shows and a ranking orders by. */
export type Metric = 'coverage' | 'lastCoverage' | 'lastTimeliness' | 'institutions' | 'coverageRed' | 'complianceRed' | 'overdue'

export const METRICS: readonly Metric[] = ['coverage', 'lastCoverage', 'lastTimeliness', 'institutions', 'coverageRed', 'complianceRed', 'overdue']

/** `running` and `dueSoon` are of a period that has not ended: nothing has failed yet. */
export type Level = 'met' | 'near' | 'below' | 'running' | 'dueSoon' | 'none'

export const LEVEL_LOOK: Record<Level, StatusLook> = {
  met: { shape: 'check', tone: 'good' },
  near: { shape: 'triangle', tone: 'warn' },
  below: { shape: 'square', tone: 'bad' },
  running: { shape: 'circle', tone: 'open' },
  dueSoon: { shape: 'triangle', tone: 'warn' },
  none: { shape: 'dash', tone: 'none' },
}

export interface Figure {
  /** Percent with one decimal, or a count; null when nothing is expected ("—"). */
  value: number | null
  /** What the percentage was reckoned from; null for a count. */
  of: { part: number; whole: number } | null
  /** Which way is better. */
  better: 'high' | 'low'
  level: Level
}

/** Coverage of a closed month below which the province's ladder begins, unless a county's policy says otherwise. */
const FLOOR = 90
/** A larger share of red units than this is many. */
const MANY = 10

export function figureOf(metric: Metric, tally: TallyView): Figure {
  const units = tally.schools + tally.institutions
  switch (metric) {
    case 'coverage':
      return openFigure(coverageOf(tally, 'School')[0])
    case 'institutions':
      return openFigure(coverageOf(tally, 'Institution')[0])
    case 'lastCoverage':
      return closedFigure(coverageOf(tally, 'School')[1], 'coverage')
    case 'lastTimeliness':
      return closedFigure(coverageOf(tally, 'School')[1], 'timeliness')
    case 'coverageRed':
      return shareFigure(tally.red, units)
    case 'complianceRed':
      return shareFigure(tally.cases.red, units)
    case 'overdue':
      return { value: units === 0 ? null : tally.cases.overdueIssues, of: null, better: 'low', level: units === 0 ? 'none' : tally.cases.overdueIssues === 0 ? 'met' : 'below' }
  }
}

function openFigure(tally: CoverageTallyView | undefined): Figure {
  if (!tally || tally.coverage === null) return noFigure('high')
  const visited = tally.satisfied + tally.satisfiedLate
  const level = visited === tally.expected ? 'met' : tally.missed > 0 ? 'below' : tally.dueSoon > 0 ? 'dueSoon' : 'running'
  return { value: tally.coverage, of: { part: visited, whole: tally.expected }, better: 'high', level }
}

function closedFigure(tally: CoverageTallyView | undefined, rate: 'coverage' | 'timeliness'): Figure {
  const value = tally?.[rate] ?? null
  if (!tally || value === null) return noFigure('high')
  const part = tally.satisfied + (rate === 'coverage' ? tally.satisfiedLate : 0)
  return { value, of: { part, whole: tally.expected }, better: 'high', level: part === tally.expected ? 'met' : value >= FLOOR ? 'near' : 'below' }
}

function shareFigure(part: number, whole: number): Figure {
  if (whole === 0) return noFigure('low')
  const value = Math.round((1000 * part) / whole) / 10
  return { value, of: { part, whole }, better: 'low', level: part === 0 ? 'met' : value <= MANY ? 'near' : 'below' }
}

const noFigure = (better: 'high' | 'low'): Figure => ({ value: null, of: null, better, level: 'none' })
