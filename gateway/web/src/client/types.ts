// What the gateway sends, member by member. Instants are ISO UTC, periods "2026-04" or "2026Q2".

import type { AccountDuty } from './account-types'
import type { CaseDetail } from './case-types'

export type * from './case-types'

export interface Text { zh: string; en: string }

export type UnitKind = 'School' | 'Institution'
export type UnitStatus = 'Active' | 'Suspended' | 'Closed'
export type Colour = 'Green' | 'Amber' | 'Red' | 'Grey' | 'White'
export type DutyState = 'Pending' | 'DueSoon' | 'Satisfied' | 'SatisfiedLate' | 'Missed' | 'Excused' | 'Exempt'
export type Role =
  | 'Inspector' | 'CountyOffice' | 'CountyDirector' | 'CommitteeOffice' | 'CommitteeDirector' | 'Province' | 'City' | 'Administrator' | 'System' | 'UnitUser'
  | 'IndependentInspector' | 'SpecialSupervisor' | 'IntakeDesk' | 'SecurityAdministrator' | 'AuditAdministrator' | 'Display'

/** Steps of the ladder; `None` is regular supervision (R0). */
export type Rung = 'None' | 'Circular' | 'Interview' | 'KeySupervision' | 'Exposure' | 'Accountability'
export type WaitingKind =
  | 'ConfirmSerious' | 'DecideMeasure' | 'ServeMeasure' | 'ExtendDue' | 'DecideDelisting' | 'ConfirmFlagged' | 'ApproveLateVisit'

/** One ground of a colour, in words. */
export interface ReasonView {
  code: string
  text: Text
  /** Where the rule is written. */
  clause: Text
  /** The act that makes it go away; null when none is needed. */
  clears: Text | null
  /** What happens at `nextChangeAt`; null when nothing happens by itself. */
  next: Text | null
  since: string
  nextChangeAt: string | null
  evidence: string[]
}

/** What somebody of the county has to decide. `subject` is "issue/3", "measure/1" or "visit/…". */
export interface WaitingDecision {
  kind: WaitingKind
  subject: string
  since: string
  /** Last day, inclusive; null when no rule sets one. */
  dueOn: string | null
  overdue: boolean
  owner: Role
  rung: Rung
  rule: string | null
}

/** The compliance axis in a row, with its most pressing reasons. */
export interface CaseRow {
  colour: Colour
  reasons: ReasonView[]
  openIssues: number
  overdueIssues: number
  /** The highest measure in force. */
  rung: Rung
  waiting: WaitingDecision[]
}

/** `chargedTo` is an inspector's code; on a missed period null means the county is charged. */
export interface DutyMark { period: string; state: DutyState; chargedTo: string | null }

export interface RowView {
  /** Key, e.g. "school/2133901746". */
  unit: string
  kind: UnitKind
  code: string
  name: string
  county: string
  town: string | null
  townName: string | null
  category: string
  status: UnitStatus
  students: number | null
  inspector: string | null
  colour: Colour
  period: string
  state: DutyState
  required: number
  done: number
  /** Oldest first; the last is the current period. */
  recent: DutyMark[]
  lastVisitAt: string | null
  /** Late visits waiting for the county. */
  awaitingApproval: number
  reasons: ReasonView[]
  nextDueAt: string | null
  cases: CaseRow
  version: number
}

export interface DutyCounts {
  pending: number
  dueSoon: number
  satisfied: number
  satisfiedLate: number
  missed: number
  excused: number
  exempt: number
}

export interface CoverageTallyView extends DutyCounts {
  kind: UnitKind
  period: string
  expected: number
  /** Percent; null when nothing is expected. */
  coverage: number | null
  timeliness: number | null
}

export interface CaseTally {
  green: number
  amber: number
  red: number
  grey: number
  openIssues: number
  overdueIssues: number
  waiting: number
  circulars: number
  interviews: number
  keySupervisions: number
  exposures: number
  accountabilities: number
}

export interface TallyView {
  schools: number
  institutions: number
  green: number
  amber: number
  red: number
  grey: number
  white: number
  unassigned: number
  awaitingApproval: number
  openAlerts: number
  coverage: CoverageTallyView[]
  cases: CaseTally
}

export interface ChildView { code: string; name: string; version: number; tally: TallyView; asOf: string }

export type AlertKind =
  | 'missed-visit' | 'visit-due' | 'no-inspector' | 'late-visit-waiting'
  | 'serious-found' | 'extension-asked' | 'decision-waiting' | 'decision-overdue' | 'deadline-passed' | 'look-back-due' | 'visit-flagged' | 'measure-served'
  | 'inspector-reminder' | 'inspector-step-proposed' | 'inspector-step-decided' | 'county-step-decided'

export interface AlertView {
  sequence: number
  id: string
  kind: AlertKind
  unit: string
  unitName: string
  county: string
  recipients: string[]
  text: Text
  effectiveAt: string
  detectedAt: string
  /** Null while it stands. */
  resolvedAt: string | null
}

export interface BoardView {
  /** "county/330521" or "region/3305". */
  scope: string
  name: string
  version: number
  asOf: string
  now: string
  demonstration: boolean
  sandbox: boolean
  calendarProvisional: boolean
  tally: TallyView
  units: RowView[]
  children: ChildView[]
  alerts: AlertView[]
}

/** What changed between two versions; it applies to a board at exactly `from`. */
export interface BoardDelta {
  scope: string
  from: number
  to: number
  asOf: string
  now: string
  calendarProvisional: boolean
  tally: TallyView
  units: RowView[]
  children: ChildView[]
  removed: string[]
  /** The open alerts as they are now; null when they did not change. */
  alerts: AlertView[] | null
}

export interface StartView { empty: boolean; sandbox: boolean; demonstration: boolean; needsAdministrator: boolean }

export interface SessionView {
  user: string
  displayName: string
  role: Role
  scopes: string[]
  home: string
  /** Key of the one unit a unit's user acts for. */
  unit: string | null
  /** Goes back as `X-CSRF-Token`. */
  antiforgery: string
  /** What must be done before anything else is possible. */
  duty: AccountDuty | null
}

export interface Duty {
  period: string
  state: DutyState
  required: number
  policyVersion: number
  /** Ids of the visits that count. */
  counted: string[]
  /** The tightest warning given. */
  daysLeft: number | null
  chargedTo: string | null
  since: string
  basis: string | null
}

/** Both days inclusive; no end means until further notice. */
export interface Assignment { inspector: string; from: string; to: string | null }

/** A late visit that waits for the county. */
export interface HeldVisit { id: string; inspector: string; startedAt: string; endedAt: string; awaitsApproval: boolean }

export interface UnitView { row: RowView; duties: Duty[]; assignments: Assignment[]; deputies: Assignment[]; held: HeldVisit[]; cases: CaseDetail }

export interface HistoryEntry {
  version: number
  kind: string
  effectiveAt: string
  recordedAt: string
  actor: string
  text: Text
  /** The event itself. */
  data: unknown
}

export type FindingSeverity = 'Normalised' | 'Warning' | 'Rejected' | 'Skipped'

export type RosterKind = 'counties' | 'schools' | 'institutions' | 'inspectors' | 'assignments' | 'none'

export interface ImportSheet {
  file: string
  /** Worksheet; null for a text file. */
  sheet: string | null
  kind: RosterKind
  rows: number
  accepted: number
  normalised: number
  warned: number
  rejected: number
  skipped: number
}

export interface ImportFinding {
  severity: FindingSeverity
  file: string
  sheet: string | null
  /** As counted in the file; null when it is about the whole table or file. */
  row: number | null
  column: string | null
  value: string | null
  code: string
  message: Text
  /** What would be accepted. */
  accepted: Text | null
}

export interface ImportReport {
  dryRun: boolean
  sheets: ImportSheet[]
  findings: ImportFinding[]
  registered: number
  updated: number
  unchanged: number
  failed: number
  findingsOmitted: number
}

export interface ImportProgress { stage: string; done: number; total: number }

/** One line of the import's answer; the last one carries the report or the problem. */
export interface ImportLine { progress?: ImportProgress; report?: ImportReport; problem?: Problem }

/** Simulated seconds a real second. */
export interface SandboxClock { now: string; speed: number; paused: boolean; inspectors: boolean }

export interface SandboxClockChange { advanceTo?: string; speed?: number; paused?: boolean; inspectors?: boolean }

/** Why a request was refused or failed; `status` 0 means that no answer came. */
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
