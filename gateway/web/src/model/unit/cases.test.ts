import { describe, expect, it } from 'vitest'
import type { CaseDetail, ClockView, DocumentView, MeasureView } from '../../client/types'
import { anchorsOf, byUrgency, clockState, ladderSteps, papersOf, rungCode, subjectOf } from './cases'

const clock = (kind: ClockView['kind'], due: string, passed = false): ClockView => ({ kind, due, fallsAt: `${due}T16:00:00Z`, passed, what: { zh: '', en: '' }, whenPassed: { zh: '', en: '' }, clause: null })
const paper = (id: string): DocumentView => ({ id, kind: 'Circular', number: id, issuedAt: '2026-04-01T00:00:00Z' })
const measure = (rung: MeasureView['rung'], state: MeasureView['state']): MeasureView => ({ rung, state }) as MeasureView

describe('the ladder', () => {
  it('has regular supervision below everything', () => {
    expect(rungCode('None')).toBe('R0')
    expect(ladderSteps({ rung: 'None', measures: [] }).map((step) => step.state)).toEqual(['current', 'above', 'above', 'above', 'above', 'above'])
  })

  it('marks the rung in force and the one that waits', () => {
    const steps = ladderSteps({ rung: 'Circular', measures: [measure('Circular', 'InForce'), measure('Interview', 'Proposed')] })
    expect(steps.map((step) => step.state)).toEqual(['below', 'current', 'proposed', 'above', 'above', 'above'])
  })

  it('lets the rung in force win over another proposal of it', () => {
    expect(ladderSteps({ rung: 'Circular', measures: [measure('Circular', 'Decided')] })[1]?.state).toBe('current')
  })
})

describe('clocks', () => {
  it('come overdue first, then by what falls next', () => {
    const clocks = [clock('Verify', '2026-04-20'), clock('Rectify', '2026-04-09', true), clock('File', '2026-04-12')]
    expect(byUrgency(clocks).map((each) => each.kind)).toEqual(['Rectify', 'File', 'Verify'])
  })

  it('that open something are never overdue, and terms end', () => {
    expect(clockState(clock('Rectify', '2026-04-09'))).toBe('running')
    expect(clockState(clock('Rectify', '2026-04-09', true))).toBe('overdue')
    expect(clockState(clock('LookBackOpens', '2026-04-09', true))).toBe('opened')
    expect(clockState(clock('Period', '2026-04-09', true))).toBe('ended')
  })
})

describe('papers', () => {
  it.each([
    ['rectification-notice:3', 'issue/3'],
    ['rectification-notice:3:2', 'issue/3'],
    ['consultation-letter:4', 'issue/4'],
    ['referral-letter:2', 'referral/2'],
    ['interview-notice:1', 'measure/1'],
  ])('%s is about %s', (id, subject) => {
    expect(subjectOf(paper(id))).toBe(subject)
  })

  it('of one subject are found by its whole number', () => {
    expect(papersOf([paper('circular:1'), paper('circular:11')], 'measure/1').map((each) => each.id)).toEqual(['circular:1'])
  })
})

it('anchors are all that evidence can lead to', () => {
  const cases = { issues: [{ no: 3 }], measures: [{ no: 1 }], selfChecks: [{ round: '2026Q2' }], entries: [{ no: 2 }], flagged: [{ id: 'a' }] } as unknown as CaseDetail
  expect([...anchorsOf(cases)]).toEqual(['issue-3', 'measure-1', 'self-check-2026Q2', 'entry-2', 'visit-a'])
})
