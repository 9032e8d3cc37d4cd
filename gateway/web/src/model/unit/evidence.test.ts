import { expect, it } from 'vitest'
import { evidenceOf } from './evidence'

it.each([
  ['issue/3', { sort: 'issue', id: '3', anchor: 'issue-3' }],
  ['measure/12', { sort: 'measure', id: '12', anchor: 'measure-12' }],
  ['self-check/2026Q2', { sort: 'selfCheck', id: '2026Q2', anchor: 'self-check-2026Q2' }],
  ['bulletin/330522:2026Q2', { sort: 'bulletin', id: '2026Q2', anchor: null }],
  ['bulletin/another', { sort: 'bulletin', id: 'another', anchor: null }],
  ['complaint/0192f3a4-77aa', { sort: 'complaint', id: '0192f3a4', anchor: null }],
  ['visit/0192f3a4-77aa', { sort: 'visit', id: '0192f3a4', anchor: 'visit-0192f3a4-77aa' }],
  ['missed-visit:2133901746:2026-04', { sort: 'missed', id: '2026-04', anchor: null }],
  ['something-new/1', { sort: 'other', id: 'something-new/1', anchor: null }],
  ['issue/', { sort: 'other', id: 'issue/', anchor: null }],
])('%s is read', (key, evidence) => {
  expect(evidenceOf(key)).toEqual(evidence)
})
