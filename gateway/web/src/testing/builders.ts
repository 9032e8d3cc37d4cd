import type { BoardDelta, CaseRow, BoardView, ChildView, CoverageTallyView, RowView, TallyView } from '../client/types'
import { noCases } from '../model/unit/cases'

// Small valid things for tests; each says only what its test is about.

export function row(part: Partial<RowView> = {}): RowView {
  const code = part.code ?? '2133901746'
  return {
    unit: `school/${code}`,
    central: null,
    kind: 'School',
    code,
    name: '雉城小学',
    county: '330521',
    town: '330521001',
    townName: '雉城街道',
    category: 'primary',
    status: 'Active',
    students: 820,
    inspector: '督学-330521-01',
    colour: 'White',
    period: '2026-04',
    state: 'Pending',
    required: 1,
    done: 0,
    recent: [{ period: '2026-04', state: 'Pending', chargedTo: null }],
    lastVisitAt: null,
    awaitingApproval: 0,
    reasons: [],
    nextDueAt: '2026-04-23T16:00:00Z',
    cases: caseRow(),
    version: 1,
    longitude: null,
    latitude: null,
    ...part,
  }
}

export const caseRow = (part: Partial<CaseRow> = {}): CaseRow => ({ colour: 'Green', reasons: [], openIssues: 0, overdueIssues: 0, rung: 'None', waiting: [], ...part })

export const visited = (part: Partial<RowView> = {}): RowView =>
  row({ colour: 'Green', state: 'Satisfied', done: 1, recent: [{ period: '2026-04', state: 'Satisfied', chargedTo: null }], version: 2, ...part })

export function coverage(part: Partial<CoverageTallyView> = {}): CoverageTallyView {
  return {
    kind: 'School', period: '2026-04', pending: 0, dueSoon: 0, satisfied: 0, satisfiedLate: 0, missed: 0, excused: 0, exempt: 0,
    expected: 0, coverage: null, timeliness: null, ...part,
  }
}

export function tally(part: Partial<TallyView> = {}): TallyView {
  return {
    schools: 0, institutions: 0, green: 0, amber: 0, red: 0, grey: 0, white: 0, unassigned: 0, awaitingApproval: 0, openAlerts: 0,
    coverage: [], cases: noCases(), ...part,
  }
}

/** The tally of pending and visited schools without any issue, as a server counts them. */
export const schoolTally = (pending: number, satisfied: number): TallyView =>
  tally({ schools: pending + satisfied, white: pending, green: satisfied, coverage: [coverage({ pending, satisfied, expected: pending + satisfied })], cases: { ...noCases(), green: pending + satisfied } })

export function view(part: Partial<BoardView> = {}): BoardView {
  return {
    scope: 'county/330521', name: '长兴县', version: 7, asOf: '2026-04-09T02:00:00Z', now: '2026-04-09T02:00:10Z', demonstration: false,
    sandbox: false, calendarProvisional: false, tally: schoolTally(1, 0), units: [row()], children: [], alerts: [], campaign: null, ...part,
  }
}

export function delta(part: Partial<BoardDelta> = {}): BoardDelta {
  return {
    scope: 'county/330521', from: 7, to: 8, asOf: '2026-04-09T02:01:00Z', now: '2026-04-09T02:01:01Z', calendarProvisional: false,
    tally: schoolTally(0, 1), units: [visited()], children: [], removed: [], alerts: null, campaign: null, ...part,
  }
}

export const child = (code: string, part: TallyView): ChildView => ({ code, name: code, version: 1, tally: part, asOf: '2026-04-09T02:00:00Z' })
