import { describe, expect, it } from 'vitest'
import { draft, form, issue, item, NOON, unit } from '../testing/builders'
import { noAnswer } from '../../model/checklist/checklist'
import { bracketOf, civilInput, fromCivilInput, lastDayOf, serverTime } from './clock'
import { begin, endOf, issuesToRemark, namesIn, photosOf, slotAt, withIssues, type Draft } from './draft'
import { bodyOf, gapsOf, MAX_BODY } from './hand-in'

const FORM = form([item(1), item(2, { categories: ['S-HW-04'], prohibited: true }), item(3, { kind: 'Highlight', categories: [] })])
const all = { 1: { ...noAnswer(), answer: 'Conforms' as const }, 2: { ...noAnswer(), answer: 'Conforms' as const } }
const words = (of: Draft): string[] => gapsOf(of, FORM, NOON + 60_000).map((gap) => gap.word)

describe('a visit', () => {
  it('that is complete has no gaps', () => expect(words(draft({ answers: all }))).toEqual([]))

  it('needs every line that applies, a method and its times in order', () => {
    expect(words(draft({ answers: { 1: all[1] }, methods: {}, endedAt: '2026-03-02T03:00:00Z' }))).toEqual(['method', 'items', 'times'])
    expect(words(draft({ answers: all, endedAt: '2026-03-02T17:00:00Z' }))).toEqual(['duration'])
  })

  it('may leave the form empty unless it is a regular or central one, but not half filled', () => {
    expect(words(draft({ kind: 'LookBack' }))).toEqual([])
    expect(words(draft({ kind: 'LookBack', answers: { 1: all[1] } }))).toEqual(['items'])
    expect(words(draft({ kind: 'Central' }))).toEqual(['items'])
  })

  it('needs a remark for every issue found before it began', () => {
    const issues = [issue(1), issue(2, { foundAt: '2026-03-02T05:00:00Z' })]
    expect(issuesToRemark(draft({ issues })).map((one) => one.no)).toEqual([1])
    expect(words(draft({ answers: all, issues }))).toEqual(['remarks'])
    expect(words(draft({ answers: all, issues, remarks: { 1: { finding: 'Rectified', text: ' ' } } }))).toEqual(['remarks'])
    expect(words(draft({ answers: all, issues, remarks: { 1: { finding: 'Rectified', text: '已改' } } }))).toEqual([])
  })

  it('needs the finding of a line that opens an issue, with its words', () => {
    const answers = { ...all, 2: { ...noAnswer(), answer: 'DoesNotConform' as const, disposition: 'Notice' as const } }
    const finding = { id: 'f', item: 2, category: 'S-HW-04', severity: 'Complex' as const, description: '', tags: [], department: '', photos: [] }
    expect(words(draft({ answers }))).toEqual(['itemFinding'])
    expect(words(draft({ answers, findings: [finding] }))).toEqual(['description', 'department'])
    expect(words(draft({ answers, findings: [{ ...finding, description: '三年级', department: '基教科' }] }))).toEqual([])
  })

  it('is never larger than a command may be', () => {
    const long = '说'.repeat(4_000)
    const findings = Array.from({ length: 20 }, (_, index) => ({ id: String(index), item: null, category: 'S-HW-03', severity: 'General' as const, description: long.slice(0, 1_200), tags: [], department: '', photos: [] }))
    expect(new TextEncoder().encode(JSON.stringify(bodyOf(draft({ findings }), null, NOON))).length).toBeGreaterThan(MAX_BODY)
    expect(words(draft({ answers: all, findings }))).toEqual(['size'])
  })

  it('says what the server asks for, and nothing that no longer applies', () => {
    const seasonal = form([item(1), item(2, { months: [7, 8] })])
    const body = bodyOf(draft({ answers: { ...all }, photos: ['aa'], companions: ['张三'], highlights: ' 好 ', note: '  ' }), seasonal, NOON + 3_600_000)
    expect(body).toMatchObject({ inspector: '督学-1', startedAt: '2026-03-02T04:00:00.000Z', endedAt: '2026-03-02T05:00:00.000Z', methods: [{ method: 'SiteInspection', count: 1 }], highlights: '好', note: null, evidence: ['aa'] })
    expect(body.checklist).toEqual({ id: 'school-1', answers: [{ item: 1, answer: 'Conforms', disposition: null, note: null, count: null, evidence: [] }] })
    expect(body.bracket).toEqual({ serverBefore: '2026-03-02T04:00:00.000Z', deviceBefore: '2026-03-02T04:00:00.000Z' })
  })
})

describe('a draft', () => {
  it('begins by the server’s clock, whatever the phone’s shows', () => {
    const reading = { server: NOON, device: NOON - 7_200_000, speed: 1 }
    const begun = begin('d', 'o', 'i', 'school-1', unit(), { kind: 'Regular', slot: 'Morning', unannounced: false, plan: null }, reading, reading.device + 600_000)
    expect(begun.startedAt).toBe('2026-03-02T04:10:00.000Z')
    expect(begun.bracket).toEqual(bracketOf(reading))
    expect(serverTime({ ...reading, speed: 60 }, reading.device + 1_000)).toBe(NOON + 60_000)
    expect(bracketOf({ ...reading, speed: 60 })).toBeNull()
  })

  it('lasts a minute at least', () => {
    expect(endOf(draft(), NOON + 1_000)).toBe('2026-03-02T04:01:00.000Z')
    expect(endOf(draft(), NOON + 600_000)).toBe('2026-03-02T04:10:00.000Z')
    expect(endOf(draft({ simulated: true }), NOON + 86_400_000), 'a sandbox’s days pass while one types').toBe('2026-03-02T05:00:00.000Z')
  })

  it('learns of issues from a newer copy, and forgets none', () => {
    const before = draft({ issues: [issue(1)] })
    expect(withIssues(before, [issue(1)])).toBe(before)
    expect(withIssues(before, [issue(2)]).issues.map((one) => one.no)).toEqual([1, 2])
    expect(withIssues(before, [issue(1, { state: 'Reported' })]).issues[0]!.state).toBe('Reported')
  })

  it('names each photograph once', () => {
    const finding = { id: 'f', item: null, category: 'S-HW-03', severity: 'General' as const, description: '', tags: [], department: '', photos: ['b', 'c'] }
    expect(photosOf(draft({ photos: ['a', 'b'], answers: { 1: { ...noAnswer(), photos: ['c', 'd'] } }, findings: [finding] }))).toEqual(['a', 'b', 'c', 'd'])
  })

  it.each([['2026-03-02T00:30:00Z', 'Morning'], ['2026-03-02T04:00:00Z', 'Afternoon'], ['2026-03-02T10:30:00Z', 'Evening'], ['2026-03-02T20:00:00Z', 'Morning']])('begun at %s is of the %s', (at, slot) => {
    expect(slotAt(Date.parse(at))).toBe(slot)
  })

  it('reads names however they are parted', () => expect(namesIn('张三、李四，王五 赵六;')).toEqual(['张三', '李四', '王五', '赵六']))
})

describe('civil time', () => {
  it('is Asia/Shanghai in a field and back', () => {
    expect(civilInput('2026-03-02T16:30:00.000Z')).toBe('2026-03-03T00:30')
    expect(fromCivilInput('2026-03-03T00:30')).toBe('2026-03-02T16:30:00.000Z')
    expect(fromCivilInput('2026-03-03')).toBeNull()
  })

  it.each([['2026-02', '2026-02-28'], ['2026-12', '2026-12-31'], ['2026Q1', '2026-03-31'], ['2026Q4', '2026-12-31']])('ends %s on %s', (period, day) => expect(lastDayOf(period)).toBe(day))
})
