import { describe, expect, it } from 'vitest'
import { coverage, row, tally, visited } from '../../testing/builders'
import { noCases } from '../unit/cases'
import { areasOf, oldestOf, tallyOf, townAreasOf } from './areas'
import { type Figure, figureOf } from './figures'
import { ranked } from './ranking'

const figure = (value: number | null, better: 'high' | 'low' = 'high'): Figure => ({ value, of: null, better, level: 'none' })
const months = (...parts: Parameters<typeof coverage>[0][]) => tally({ schools: 8, coverage: parts.map(coverage) })

describe('figures', () => {
  it.each([
    ['is running before a reminder day', { pending: 6, satisfied: 2, expected: 8, coverage: 25 }, 'running'],
    ['is due soon after it', { dueSoon: 6, satisfied: 2, expected: 8, coverage: 25 }, 'dueSoon'],
    ['is met when all are visited', { satisfied: 7, satisfiedLate: 1, expected: 8, coverage: 100 }, 'met'],
    ['has none where nothing is expected', { exempt: 8 }, 'none'],
  ])('an open month %s', (_, counts, level) => {
    expect(figureOf('coverage', months(counts)).level).toBe(level)
  })

  it.each([[100, 8, 'met'], [90, 7, 'near'], [89.9, 7, 'below']])('a closed month of %d%% stands by the floor', (percent, satisfied, level) => {
    const figures = figureOf('lastCoverage', months({ period: '2026-05' }, { period: '2026-04', satisfied, missed: 8 - satisfied, expected: 8, coverage: percent }))
    expect([figures.value, figures.level]).toEqual([percent, level])
  })

  it('never makes a zero of nothing expected', () => {
    expect(figureOf('coverage', tally()).value).toBeNull()
    expect(figureOf('coverageRed', tally()).value).toBeNull()
    expect(figureOf('overdue', tally()).value).toBeNull()
  })

  it('keeps the axes apart', () => {
    const both = tally({ schools: 4, red: 1, cases: { ...noCases(), red: 2 } })
    expect([figureOf('coverageRed', both).value, figureOf('complianceRed', both).value]).toEqual([25, 50])
  })
})

describe('ranking', () => {
  const ranks = (values: (number | null)[], better: 'high' | 'low' = 'high') => ranked(values, (value) => figure(value, better)).map((each) => [each.item, each.rank, each.tied])

  it('shares a rank among equals and leaves out the next ones', () => {
    expect(ranks([50, 100, 80, 100])).toEqual([[100, 1, true], [100, 1, true], [80, 3, false], [50, 4, false]])
  })

  it('puts fewer first where fewer is better, and what has no figure last without a rank', () => {
    expect(ranks([3, null, 0, 3], 'low')).toEqual([[0, 1, false], [3, 2, true], [3, 2, true], [null, null, false]])
  })
})

describe('areas', () => {
  it('name the oldest data among them', () => {
    const areas = areasOf([
      { code: '330522', name: '长兴县', version: 1, tally: tally(), asOf: '2026-04-09T02:00:00Z' },
      { code: '330521', name: '德清县', version: 1, tally: tally(), asOf: '2026-04-09T01:58:00Z' },
    ])
    expect(areas.map((area) => area.path)).toEqual(['/region/330521', '/region/330522'])
    expect([oldestOf(areas)?.name, oldestOf([])]).toEqual(['德清县', null])
  })

  it('of a county are its towns, the unnamed last, and lead to its board', () => {
    const towns = townAreasOf('330521', [row({ code: '3', town: null, townName: null }), visited({ code: '1' }), row({ code: '2' })], '未填')
    expect(towns.map((town) => [town.name, town.path, town.tally.coverage[0]?.coverage])).toEqual([
      ['雉城街道', '/county/330521?town=330521001', 50],
      ['未填', '/county/330521', 0],
    ])
  })

  it('count rows as the server does: closed ones owe nothing, exempt ones are not expected', () => {
    const counted = tallyOf([
      visited({ code: '1' }), row({ code: '2', status: 'Closed' }), row({ code: '3', colour: 'Grey', state: 'Exempt', recent: [{ period: '2026-04', state: 'Exempt', chargedTo: null }] }),
    ])
    expect([counted.schools, counted.coverage.map((each) => [each.period, each.expected, each.coverage])]).toEqual([3, [['2026-04', 1, 100]]])
  })
})
