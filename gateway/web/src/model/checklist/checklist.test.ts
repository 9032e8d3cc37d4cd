import { describe, expect, it } from 'vitest'
import { category, item } from '../../phone/testing/builders'
import { answered, answersOf, applies, dispositionsOf, formOn, isComplete, itemsFor, noAnswer, opensIssue, progressOf } from './checklist'
import { findingOf, findingsAfter, searchCategories, severityFor } from './findings'

describe('a checklist', () => {
  it.each([
    ['primary', 3, [], [], true],
    ['primary', 3, ['junior'], [], false],
    ['nine-year', 3, ['junior'], [], true],
    ['junior', 3, [], [7, 8], false],
    ['junior', 8, [], [7, 8], true],
  ])('of a %s school in month %i with stages %j and months %j applies: %s', (of, month, stages, months, expected) => {
    expect(applies(item(1, { stages, months }), of, month)).toBe(expected)
  })

  it('leaves what is made from open issues to its own page', () => {
    const form = { id: 'school-1', kind: 'School' as const, version: 1, title: { zh: '', en: '' }, items: [item(1), item(2, { kind: 'OpenIssues' }), item(3, { kind: 'Highlight' })] }
    expect(itemsFor(form, 'primary', 3).map((one) => one.no)).toEqual([1, 3])
  })

  it('takes a prohibition as kept or broken only', () => {
    expect(answersOf(item(1, { prohibited: true }))).toEqual(['Conforms', 'DoesNotConform'])
    expect(answersOf(item(1))).toHaveLength(4)
  })

  it('asks for a disposition where something does not conform', () => {
    const broken = answered(undefined, 'DoesNotConform', item(1))
    expect(isComplete(item(1), broken)).toBe(false)
    expect(isComplete(item(1), { ...broken, disposition: 'Notice' })).toBe(true)
    expect(answered({ ...broken, disposition: 'Notice' }, 'Conforms', item(1)).disposition).toBeNull()
  })

  it('only records what can open no issue', () => {
    const plain = item(8, { categories: [] })
    expect(dispositionsOf(plain)).toEqual(['RecordOnly'])
    expect(opensIssue(answered(undefined, 'DoesNotConform', plain))).toBe(false)
  })

  it('counts the lines that must be answered', () => {
    const items = [item(1), item(2), item(3, { kind: 'Highlight' })]
    expect(progressOf(items, { 1: { ...noAnswer(), answer: 'Conforms' }, 3: { ...noAnswer(), answer: 'Conforms' } })).toEqual({ answered: 1, required: 2 })
  })
})

describe('findings', () => {
  const list = [
    category('S-HW-03'),
    category('S-HW-04', { name: { zh: '给家长布置作业', en: 'homework set for parents' }, marks: 'Prohibited, Harm', severities: ['General', 'Serious', 'Complex'] }),
    category('T-FEE-01', { kind: 'Institution' }),
  ]

  it.each([['hw-04', ['S-HW-04']], ['家长', ['S-HW-04']], ['SET parents', ['S-HW-04']], ['作业', ['S-HW-03', 'S-HW-04']], ['', ['S-HW-03', 'S-HW-04']], ['fee', []]])('searched for “%s” are %j', (wanted, codes) => {
    expect(searchCategories(list, 'School', wanted).map((one) => one.code)).toEqual(codes)
  })

  it('are as grave as their disposition, unless the category forbids that', () => {
    expect(severityFor(list[0], 'OnTheSpot')).toBe('Minor')
    expect(severityFor(list[1], 'OnTheSpot')).toBe('General')
    expect(severityFor(list[1], 'ReportToCounty')).toBe('Serious')
    expect(findingOf('f', item(4, { categories: ['S-HW-04'] }), list[1], 'Consultation')).toMatchObject({ item: 4, category: 'S-HW-04', severity: 'Complex', description: '' })
  })
})

describe('the finding of a line', () => {
  const line = item(7)
  const known = [category('S-HW-03')]
  const broken = { ...noAnswer(), answer: 'DoesNotConform' as const, disposition: 'Notice' as const }

  it('is there once, and keeps the severity chosen while only the note, count or photos change', () => {
    const first = findingsAfter([], line, undefined, broken, known, 'f1')
    const chosen = first.map((one) => ({ ...one, severity: 'Serious' as const }))

    expect(first.map((one) => [one.id, one.severity])).toEqual([['f1', 'General']])
    expect(findingsAfter(chosen, line, broken, { ...broken, note: '三年级', count: 2, photos: ['a'] }, known, 'f2').map((one) => [one.id, one.severity])).toEqual([['f1', 'Serious']])
  })

  it('follows another disposition', () => {
    const [finding] = findingsAfter(findingsAfter([], line, undefined, broken, known, 'f1'), line, broken, { ...broken, disposition: 'ReportToCounty' }, known, 'f2')
    expect(finding?.severity).toBe(severityFor(known[0], 'ReportToCounty'))
    expect(finding?.severity).not.toBe('General')
  })

  it('goes with the answer, unless something is written there', () => {
    const kept = { ...noAnswer(), answer: 'Conforms' as const }
    const first = findingsAfter([], line, undefined, broken, known, 'f1')
    expect(findingsAfter(first, line, broken, kept, known, 'f2')).toEqual([])
    expect(findingsAfter(first.map((one) => ({ ...one, description: '三年级' })), line, broken, kept, known, 'f2')).toHaveLength(1)
  })
})

describe('the form of a day', () => {
  const forms = [
    { id: 'school-1', kind: 'School' as const, version: 1, title: { zh: '', en: '' }, items: [], until: '2026-12-31' },
    { id: 'institution-1', kind: 'Institution' as const, version: 1, title: { zh: '', en: '' }, items: [] },
    { id: 'school-2', kind: 'School' as const, version: 2, title: { zh: '', en: '' }, items: [], from: '2026-03-01' },
  ]

  it.each<['School' | 'Institution', string, string | null]>([
    ['School', '2026-02-28', 'school-1'], ['School', '2026-03-01', 'school-2'], ['School', '2027-01-04', 'school-2'], ['Institution', '2026-04-10', 'institution-1'],
  ])('%s on %s is begun with %s', (kind, day, id) => expect(formOn(forms, kind, day)?.id ?? null).toBe(id))

  it('is none where none is known', () => expect(formOn([], 'School', '2026-04-10')).toBeNull())
})
