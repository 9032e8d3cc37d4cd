// What the gateway sends, under the front end's names. The shapes are generated from the server (npm run types); written out here
// is only what its document can't say. Instants are ISO UTC, periods "2026-04" or "2026Q2".

import type { components } from './generated/api'
import type { DeltaView } from './generated/hub'

export type * from './case-types'
export type { UnitHint } from './generated/hub'

type Schemas = components['schemas']

export type Text = Schemas['Text']

export type UnitKind = Schemas['UnitKind']
export type UnitStatus = Schemas['UnitStatus']
export type Colour = Schemas['Colour']
export type DutyState = Schemas['DutyState']
export type Role = Schemas['ActorRole']

/** Steps of the ladder; `None` is regular supervision (R0). */
export type Rung = Schemas['Rung']
export type WaitingKind = Schemas['WaitingKind']

/** One ground of a colour, in words: where the rule is written, the act that makes it go away, what happens at `nextChangeAt`. */
export type ReasonView = Schemas['ReasonView']

/** What somebody of the county has to decide. `subject` is "issue/3", "measure/1" or "visit/…"; `dueOn` the last day, inclusive. */
export type WaitingDecision = Schemas['WaitingDecision']

/** The compliance axis in a row, with its most pressing reasons and the highest measure in force. */
export type CaseRow = Schemas['CaseRow']

/** `chargedTo` is an inspector's code; on a missed period null means the county is charged. */
export type DutyMark = Schemas['DutyMark']

/** A unit's row; `recent` is oldest first, the last is the current period. */
export type RowView = Schemas['RowView']

/** Percentages are null when nothing is expected. */
export type CoverageTallyView = Schemas['CoverageTally']
export type DutyCounts = Pick<CoverageTallyView, 'pending' | 'dueSoon' | 'satisfied' | 'satisfiedLate' | 'missed' | 'excused' | 'exempt'>

export type CaseTally = Schemas['CaseTally']
export type TallyView = Schemas['BoardTally']
export type ChildView = Schemas['ChildSummary']

export type AlertView = Omit<Schemas['AlertView'], 'kind'> & { kind: AlertKind }
export type AlertKind =
  | 'missed-visit' | 'visit-due' | 'no-inspector' | 'late-visit-waiting'
  | 'serious-found' | 'extension-asked' | 'decision-waiting' | 'decision-overdue' | 'deadline-passed' | 'look-back-due' | 'fact-finding-due' | 'visit-flagged' | 'measure-served'
  | 'term-minimum' | 'visit-burden' | 'schools-overloaded' | 'zone-overloaded'
  | 'inspector-reminder' | 'inspector-step-proposed' | 'inspector-step-decided' | 'county-step-decided'

/** Boards as they are sent; `board/board-rows.ts` puts their words back. */
export type WireBoard = Schemas['BoardView']
export type WireDelta = DeltaView
export type WireRow = Schemas['BoardRow']
export type WireWords = Schemas['BoardWords']

export type BoardView = Omit<WireBoard, 'alerts' | 'units' | 'words'> & { alerts: AlertView[]; units: RowView[] }

/** What changed between two versions; it applies to a board at exactly `from`. */
export type BoardDelta = Omit<WireDelta, 'alerts' | 'units' | 'words'> & { alerts: AlertView[] | null; units: RowView[] }

export type StartView = Schemas['StartView']
export type SessionView = Schemas['SessionView']

/** What the server's lists name: the account may read or do it, within its scopes. */
export type Act = SessionView['may'][number]

export type Duty = Schemas['Duty']

/** Both days inclusive; no end means until further notice. */
export type Assignment = Schemas['Assignment']

/** A late visit that waits for the county. */
export type HeldVisit = Schemas['HeldView']
export type UnitView = Schemas['UnitDetail']

/** `data` is the event itself. */
export type HistoryEntry = Schemas['HistoryView']

export type FindingSeverity = Schemas['FindingGrade']
export type RosterKind = Schemas['RosterKind']
export type ImportSheet = Schemas['SheetCount']
export type ImportFinding = Schemas['RosterFinding']
export type ImportReport = Schemas['ImportReport']
export type MassChange = Schemas['MassChange']

export interface ImportProgress { stage: string; done: number; total: number }

/** One line of the import's answer; the last one carries the report or the problem. */
export interface ImportLine { progress?: ImportProgress; report?: ImportReport; problem?: Problem }

/** Simulated seconds a real second. */
export type SandboxClock = Schemas['SandboxClockView']
export type SandboxClockChange = { [Member in keyof Schemas['ClockBody']]?: NonNullable<Schemas['ClockBody'][Member]> }

/** Why a request was refused or failed; `status` 0 means that no answer came. Proxies and the browser send less than the server does. */
export interface Problem {
  type?: string
  title?: string
  status: number
  detail?: string | null
  code: string
  field?: string | null
  accepted?: Text | null
  message?: Text | null
  traceId?: string | null
  retryable: boolean
}
