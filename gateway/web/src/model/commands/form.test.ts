import { describe, expect, it } from 'vitest'
import type { Field } from './command'
import { bodyOf, emptyValues, fieldNamed, missingIn, type Paper } from './form'

const FIELDS: readonly Field[] = [
  { kind: 'text', name: 'reason', max: 500 },
  { kind: 'line', name: 'caseNumber', max: 100, optional: true },
  { kind: 'papers', name: 'attachments', needed: ['RectificationPlan'] },
  { kind: 'yesNo', name: 'grant', words: 'grant' },
  { kind: 'links', name: 'links' },
  { kind: 'issues', name: 'issues', numbers: [3, 5] },
  { kind: 'number', name: 'days', least: 1, most: 15 },
  { kind: 'fixed', name: 'deputy', value: false },
]

describe('a form', () => {
  it('says what it lacks', () => {
    expect(missingIn(FIELDS, emptyValues(FIELDS))).toEqual(['reason', 'attachments', 'grant', 'links', 'issues', 'days'])
  })

  it('becomes a body without what was left empty', () => {
    const plan: Paper = { kind: 'RectificationPlan', title: ' 方案 1 号 ', hash: 'ab', fileName: 'x.pdf' }
    const values = { ...emptyValues(FIELDS), reason: ' 属实 ', attachments: [plan], grant: false, links: 'https://a\n https://b ', issues: [5], days: '7' }
    expect(missingIn(FIELDS, values)).toEqual([])
    expect(bodyOf({ fields: FIELDS }, values)).toEqual({
      reason: '属实', attachments: [{ kind: 'RectificationPlan', title: '方案 1 号', hash: 'ab' }], grant: false, links: ['https://a', 'https://b'], issues: [5], days: 7, deputy: false,
    })
  })

  it('chooses what there is no choice about', () => {
    expect(emptyValues([{ kind: 'issues', name: 'issues', numbers: [4] }, { kind: 'choice', name: 'step', words: 'step', options: ['Corrected'] }])).toEqual({ issues: [4], step: 'Corrected' })
  })

  it('finds the field a refusal names', () => {
    expect(fieldNamed(FIELDS, 'attachments[0].title')).toBe('attachments')
    expect(fieldNamed(FIELDS, 'measure')).toBeNull()
    expect(fieldNamed(FIELDS, 'deputy')).toBeNull()
    expect(fieldNamed(FIELDS, null)).toBeNull()
  })
})
