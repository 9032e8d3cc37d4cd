import { describe, expect, it } from 'vitest'
import type { DecisionView, Role } from '../../client/types'
import { ownerFrom, ownersOf, selectDecisions } from './decisions'
import { unitPath } from '../unit/unit-path'

const DECIDERS: Role[] = ['CountyOffice', 'CountyDirector', 'CommitteeOffice', 'CommitteeDirector']

const decision = (part: Partial<DecisionView>): DecisionView => ({
  unit: 'school/1', name: '雉城小学', townName: '雉城街道', kind: 'DecideMeasure', subject: 'measure/1', since: '2026-04-01T02:00:00Z', ageDays: 8, dueOn: null, overdue: false,
  owner: 'CountyDirector', rung: 'Interview', rule: 'LR-04', ruleName: null, title: { zh: '', en: '' }, ...part,
})

describe('a queue of decisions', () => {
  const queue = [
    decision({ subject: 'measure/2', since: '2026-04-05T02:00:00Z' }),
    decision({ subject: 'measure/1' }),
    decision({ subject: 'issue/1', owner: 'CountyOffice', kind: 'ConfirmSerious', since: '2026-04-08T02:00:00Z', overdue: true }),
  ]

  it('begins with what is overdue, then what is due next, then what waits longest', () => {
    expect(selectDecisions(queue, null).map((each) => each.subject)).toEqual(['issue/1', 'measure/1', 'measure/2'])
    const due = decision({ subject: 'measure/3', since: '2026-04-07T02:00:00Z', dueOn: '2026-04-14' })
    expect(selectDecisions([...queue, due], null).map((each) => each.subject)).toEqual(['issue/1', 'measure/3', 'measure/1', 'measure/2'])
  })

  it('shows one owner', () => {
    expect(selectDecisions(queue, 'CountyDirector').map((each) => each.subject)).toEqual(['measure/1', 'measure/2'])
    expect(selectDecisions(queue, 'CommitteeOffice')).toEqual([])
  })

  it('counts by owner, from the clerk upwards', () => {
    expect(ownersOf(queue, DECIDERS)).toEqual([
      { owner: 'CountyOffice', count: 1, overdue: 1 },
      { owner: 'CountyDirector', count: 2, overdue: 0 },
    ])
  })

  it('takes only owners from an address that there are', () => {
    expect(ownerFrom('CountyDirector', DECIDERS)).toBe('CountyDirector')
    expect(ownerFrom('Nobody', DECIDERS)).toBeNull()
    expect(ownerFrom(['CountyDirector'], DECIDERS)).toBeNull()
  })
})

it('a unit has a page', () => {
  expect(unitPath('school/2133901746')).toBe('/unit/school/2133901746')
})
