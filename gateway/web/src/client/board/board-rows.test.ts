import { describe, expect, it } from 'vitest'
import { row, view } from '../../testing/builders'
import { boardFrom } from './board-rows'
import type { WireBoard, WireRow } from '../types'

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

  it('share their words with those of earlier messages', () => {
    const before = boardFrom(wire([{ code: '1' }])).units[0]?.reasons[0]
    const other = { ...wire([{ code: '2' }]), words: { texts: structuredClone(texts), reasons: [{ ...reasons[0]!, since: '2026-04-30T16:00:00Z' }, structuredClone(reasons[0]!)] } }
    const after = boardFrom({ ...other, units: other.units.map((unit) => ({ ...unit, reasons: [0, 1] })) }).units[0]?.reasons

    expect(after?.[1]).toBe(before)
    expect(after?.[0]).not.toBe(before)
    expect(after?.[0]?.text).toBe(before?.text)
  })

  it('are refused with a place that is not there', () => {
    expect(() => boardFrom(wire([{ reasons: [1] }]))).toThrow(RangeError)
  })
})
