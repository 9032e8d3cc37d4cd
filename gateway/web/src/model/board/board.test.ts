import { describe, expect, it } from 'vitest'
import { delta, row, schoolTally, view, visited } from '../../testing/builders'
import { applyDelta, boardOf, changedBetween } from './board'

describe('a board and a delta', () => {
  const board = boardOf(view())

  it('at its version applies, and leaves the board before as it was', () => {
    const applied = applyDelta(board, delta())
    expect(applied).toMatchObject({ kind: 'applied', board: { version: 8, asOf: '2026-04-09T02:01:00Z' } })
    if (applied.kind !== 'applied') return
    expect(applied.board.units.get('school/2133901746')?.colour).toBe('Green')
    expect([...applied.changed]).toEqual(['school/2133901746'])
    expect(board.units.get('school/2133901746')?.colour).toBe('White')
  })

  it.each([
    ['from a later version is a gap', { from: 8, to: 9 }, 'gap'],
    ['from an earlier version to a later one is a gap', { from: 6, to: 8 }, 'gap'],
    ['to an earlier version is known', { from: 5, to: 6 }, 'known'],
    ['to the same version from before is known', { from: 6, to: 7 }, 'known'],
    ['of another scope is none of its business', { scope: 'county/330522' }, 'known'],
  ])('%s', (_, part, kind) => {
    expect(applyDelta(board, delta(part)).kind).toBe(kind)
  })

  it('without changes brings only the times forward', () => {
    const applied = applyDelta(board, delta({ to: 7, units: [], tally: schoolTally(1, 0) }))
    expect(applied).toMatchObject({ kind: 'applied', board: { version: 7, asOf: '2026-04-09T02:01:00Z' } })
    expect(applied.kind === 'applied' && applied.board.units).toBe(board.units)
  })

  it('takes away what left and adds what came', () => {
    const applied = applyDelta(board, delta({ removed: ['school/2133901746'], units: [row({ code: '2133901747' })] }))
    expect(applied.kind === 'applied' && [...applied.board.units.keys()]).toEqual(['school/2133901747'])
  })

  it('keeps alerts that did not change', () => {
    const applied = applyDelta(board, delta({ alerts: null }))
    expect(applied.kind === 'applied' && applied.board.alerts).toBe(board.alerts)
  })
})

it('two snapshots differ in the rows whose version differs, and in new ones', () => {
  const before = boardOf(view({ units: [row(), row({ code: '2' })] }))
  const after = boardOf(view({ units: [visited(), row({ code: '2' }), row({ code: '3' })] }))
  expect([...changedBetween(before, after)]).toEqual(['school/2133901746', 'school/3'])
})
