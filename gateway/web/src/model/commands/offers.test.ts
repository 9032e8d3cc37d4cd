import { describe, expect, it } from 'vitest'
import type { EntryView, Role } from '../../client/types'
import { messages } from '../../i18n'
import { clock, issue, measure, person, unit } from '../../testing/cases'
import { type Asking, askingOf, type Field } from './command'
import { bodyOf, emptyValues, missingIn } from './form'
import { answersTo, COMMANDS, offersOn } from './offers'

const names = (offers: readonly { name: string }[]): string[] => offers.map((offer) => offer.name)

const entry = (): EntryView => ({ no: 2, kind: 'Naming', text: { zh: '', en: '' }, by: 'county-330521', since: '2026-04-01T02:00:00Z', document: '', evidence: [], issuedOn: '2026-03-25', clocks: [] })

describe('what is offered', () => {
  it.each<[Role, string[]]>([['CountyOffice', []], ['CountyDirector', ['decideEntry']], ['CommitteeOffice', ['decideEntry']], ['UnitUser', []], ['City', []]])('%s on an entry made by hand', (role, expected) => {
    expect(names(offersOn('entry', entry(), person(role), unit()))).toEqual(expected)
    expect(names(answersTo('DecideEntry', 'entry/2', person(role), unit({ entries: [entry()] })))).toEqual(expected)
  })

  it('takes a naming with its paper, its file and a day that is not ahead', () => {
    const naming = offersOn('unit', unit(), person('CountyOffice'), unit()).find((offer) => offer.name === 'nameInBulletin')
    expect(naming?.fields).toEqual([
      { kind: 'line', name: 'bulletin', max: 100 }, { kind: 'date', name: 'issuedOn', latest: '2026-04-10' }, { kind: 'line', name: 'document', max: 200 }, { kind: 'files', name: 'evidence', needed: true },
    ])
    const values = emptyValues(naming?.fields ?? [])
    expect(missingIn(naming?.fields ?? [], { ...values, bulletin: '330521:2026Q1', issuedOn: '2026-03-25', document: '通报' })).toEqual(['evidence'])
  })

  it('sends departments in the order they were chosen, a group for its category, a day as its instant, members by line', () => {
    const fields: readonly Field[] = [{ kind: 'departments', name: 'departments' }, { kind: 'category', name: 'group', asGroup: true }, { kind: 'instant', name: 'receivedAt' }, { kind: 'lines', name: 'members' }]
    const values = { departments: ['公安局', '市场监管局'], group: 'S-HW-04', receivedAt: '2026-04-02', members: ' 副主任 \n\n督学-330521-02' }
    expect(bodyOf({ fields }, values)).toEqual({ departments: ['公安局', '市场监管局'], group: 'S-HW', receivedAt: '2026-04-02T00:00:00+08:00', members: ['副主任', '督学-330521-02'] })
    expect(missingIn(fields, { ...values, departments: [] })).toEqual(['departments'])
  })

  it('records the fact-finding group of an accountability case until it is on record', () => {
    expect(names(offersOn('measure', measure({ rung: 'Accountability', decider: 'CommitteeDirector' }), person('CountyOffice'), unit()))).toContain('setUpFactFinding')
    expect(names(offersOn('measure', measure({ rung: 'Accountability', factFinding: '2026-04-01' }), person('CountyOffice'), unit()))).not.toContain('setUpFactFinding')
    expect(names(offersOn('measure', measure({ rung: 'KeySupervision' }), person('CountyOffice'), unit()))).not.toContain('setUpFactFinding')
  })

  it.each<[Role, string[]]>([
    ['UnitUser', ['acknowledgeNotice', 'submitRectification', 'requestExtension']],
    ['Inspector', []],
    ['CountyOffice', ['acknowledgeNotice', 'submitRectification', 'requestExtension', 'transferIssue', 'markHarm', 'withdrawIssue']],
    ['City', []],
    ['Display', []],
  ])('%s on a notified issue', (role, expected) => {
    expect(names(offersOn('issue', issue(), person(role), unit()))).toEqual(expected)
  })

  it('asks for no more days than the server says, and for none when it says none', () => {
    const asked = (mostExtensionDays: number | null) => offersOn('issue', issue({ extensions: 2, mostExtensionDays }), person('UnitUser'), unit()).find((offer) => offer.name === 'requestExtension')
    expect(asked(9)?.fields[0]).toEqual({ kind: 'number', name: 'days', least: 1, most: 9 })
    expect(asked(null)).toBeUndefined()
  })

  it('follows the state of the issue', () => {
    expect(names(offersOn('issue', issue({ state: 'Reported' }), person('Inspector'), unit()))).toEqual(['fileReport', 'verifyIssue', 'returnForRework'])
    expect(names(offersOn('issue', issue({ state: 'LookBack' }), person('Inspector'), unit()))).toEqual(['passLookBack', 'failLookBack'])
    expect(names(offersOn('issue', issue({ clocks: [clock({ kind: 'Contain' })] }), person('UnitUser'), unit()))).toContain('reportContainment')
  })

  it.each<[Role, boolean]>([['CountyOffice', false], ['CountyDirector', true], ['CommitteeOffice', true], ['CommitteeDirector', true], ['Province', false]])('%s decides an interview: %s', (role, may) => {
    expect(names(offersOn('measure', measure(), person(role), unit())).includes('decideMeasure')).toBe(may)
  })

  it('is only what answers a waiting decision, in the queue', () => {
    const whole = unit({ issues: [issue({ no: 3, state: 'Found' })], measures: [measure({ no: 2 })] })
    expect(names(answersTo('ConfirmSerious', 'issue/3', person('CountyOffice'), whole))).toEqual(['confirmSerious', 'withdrawIssue'])
    expect(names(answersTo('DecideMeasure', 'measure/2', person('CountyDirector'), whole))).toEqual(['decideMeasure', 'rejectMeasure'])
    expect(answersTo('DecideMeasure', 'measure/2', person('CountyOffice'), whole)).toEqual([])
    expect(answersTo('DecideMeasure', 'measure/9', person('CountyDirector'), whole)).toEqual([])
  })

  it('lets a unit open what it found itself, without a paper, and the county anything with one', () => {
    const of = (role: Role): Record<string, unknown> => Object.fromEntries((offersOn('unit', unit(), person(role), unit()).find((offer) => offer.name === 'openIssue')?.fields ?? []).map((field) => [field.name, field]))
    expect(of('UnitUser')).toMatchObject({ origin: { kind: 'fixed', value: 'SelfCheck' }, document: { optional: true }, foundOn: { initial: '2026-04-10' } })
    expect(of('CountyOffice').origin).toMatchObject({ kind: 'choice' })
    expect(of('CountyOffice').document).not.toHaveProperty('optional')
    expect(names(offersOn('unit', unit(), person('Inspector'), unit()))).not.toContain('openIssue')
  })

  it.each<[Role, string[]]>([['UnitUser', ['submitSelfCheck']], ['CountyOffice', ['submitSelfCheck']], ['Inspector', []], ['City', []]])('%s on a self-check that is due', (role, expected) => {
    expect(names(offersOn('selfCheck', { round: '2026Q2', windowFrom: '2026-05-10', clocks: [] }, person(role), unit()))).toEqual(expected)
  })

  it('names the papers a rung needs', () => {
    const [decide] = offersOn('measure', measure({ rung: 'Accountability', decider: 'CommitteeDirector' }), person('CommitteeDirector'), unit())
    expect(decide?.fields.find((field) => field.kind === 'papers')).toMatchObject({ needed: ['InvestigationReport', 'PriorNotice', 'DefenceRecord', 'CommitteeRecord'] })
    const [serve] = offersOn('measure', measure({ rung: 'KeySupervision', state: 'Decided' }), person('CountyOffice'), unit())
    expect(serve?.fields).toEqual([{ kind: 'papers', name: 'attachments', needed: ['RectificationPlan'] }])
  })

  it('puts a late visit into its period, by the unit’s own rhythm', () => {
    const visit = { id: 'x', inspector: 'i', startedAt: '2026-03-31T17:00:00Z', endedAt: '2026-03-31T18:00:00Z', awaitsApproval: true }
    expect(offersOn('held', visit, person('CountyOffice'), unit())[0]?.path).toBe('months/2026-04/approve-late')
    const institution = unit()
    expect(offersOn('held', visit, person('CountyOffice'), { ...institution, row: { ...institution.row, kind: 'Institution' } })[0]?.path).toBe('months/2026Q2/approve-late')
  })
})

it('every command has its words', () => {
  const { names: zh, hints, fields } = messages['zh-CN'].commands as { names: Record<string, string>; hints: Record<string, string>; fields: Record<string, string> }
  const whole = unit({ issues: [issue()] })
  const subjects = {
    unit: whole, issue: issue({ askedDays: 3 }), measure: measure({ rung: 'Accountability', state: 'InForce', remedy: 'Open' }), referral: { no: 1, issue: 1, department: '', clocks: [] },
    period: { period: '2026-03', state: 'Missed' as const, required: 1, policyVersion: 1, counted: [], daysLeft: null, chargedTo: null, since: '', basis: null },
    held: { id: 'x', inspector: '', startedAt: '2026-03-02T02:00:00Z', endedAt: '', awaitsApproval: true }, flagged: { id: 'x', inspector: '', startedAt: '2026-03-02T02:00:00Z', endedAt: '', why: [], others: [], stands: false }, selfCheck: { round: '2026Q2', windowFrom: '2026-05-10', clocks: [] },
    entry: entry(),
  }
  for (const [of, entries] of Object.entries(COMMANDS))
    for (const entry of entries) {
      expect(zh, entry.name).toHaveProperty(entry.name)
      expect(hints, entry.name).toHaveProperty(entry.name)
      const asked = entry.fields as (subject: unknown, asking: Asking) => readonly Field[]
      for (const field of asked(subjects[of as keyof typeof subjects], askingOf(person('CountyOffice'), whole))) if (field.kind !== 'fixed') expect(fields, `${entry.name}.${field.name}`).toHaveProperty(field.name)
    }
})
