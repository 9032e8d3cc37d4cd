import { describe, expect, it } from 'vitest'
import { row, view } from '../testing/builders'
import { boardFrom } from './board-rows'
import type { WireBoard, WireRow } from './types'

const texts = ['待督导', '每月一次', '督学到访'].map((zh) => ({ zh, en: zh }))
const reasons = [{ code: 'COV-PENDING', text: 0, clause: 1, clears: 2, next: null, since: '2026-03-31T16:00:00Z', nextChangeAt: null, evidence: [] }]

function wire(part: Partial<WireRow>[]): WireBoard {
  const units = part.map((each): WireRow => ({ ...row(), reasons: [0], ...each, cases: { ...row().cases, reasons: [] } }))
  return { ...view(), units, words: { texts, reasons } }
}

describe('rows of a board', () => {
  it('have their reasons in words, which rows share', () => {
    const { units, ...board } = boardFrom(wire([{ code: '1' }, { code: '2' }]))
    expect(units[0]?.reasons).toEqual([{ ...reasons[0], text: texts[0], clause: texts[1], clears: texts[2], next: null }])
    expect(units[1]?.reasons[0]).toBe(units[0]?.reasons[0])
    expect(board).not.toHaveProperty('words')
  })

  it('are refused with a place that is not there', () => {
    expect(() => boardFrom(wire([{ reasons: [1] }]))).toThrow(RangeError)
  })
})
