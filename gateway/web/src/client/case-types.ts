import type { Colour, ReasonView, Role, Rung, Text, WaitingDecision, WaitingKind } from './types'

// What the gateway sends about issues and measures, member by member. Days are "2026-04-09", in Asia/Shanghai.

export type Severity = 'Minor' | 'General' | 'Serious' | 'Complex'
export type IssueOrigin = 'Visit' | 'CentralRound' | 'SelfCheck' | 'Complaint' | 'Platform' | 'Referral'
export type IssueState = 'Found' | 'Notified' | 'Rectifying' | 'Reported' | 'Filed' | 'Returned' | 'Verified' | 'LookBack' | 'Archived' | 'Transferred' | 'Withdrawn'
export type HarmMark = 'None' | 'StudentsHarmed' | 'PublicImpact'
export type MeasureState = 'Proposed' | 'Decided' | 'InForce' | 'Discharged' | 'Rejected' | 'Lapsed' | 'Superseded' | 'Revoked'
export type MeasureForm = 'None' | 'Written' | 'Oral' | 'Plaque' | 'SupervisionOrder'
export type RemedyState = 'None' | 'Open' | 'UnderReview' | 'ReviewUpheld' | 'UnderAppeal' | 'FoundWrong' | 'Exhausted'
export type VisitKind = 'Regular' | 'Central' | 'Special' | 'Covert' | 'LookBack' | 'OwnChoice'
export type VisitSlot = 'None' | 'Morning' | 'Afternoon' | 'Evening'

export interface ClockView {
  kind: string
  /** Last day, inclusive; the first day for what opens. */
  due: string
  fallsAt: string
  passed: boolean
  what: Text
  /** What happens by itself at `fallsAt`. */
  whenPassed: Text
}

export interface IssueView {
  no: number
  category: string
  name: Text
  severity: Severity
  origin: IssueOrigin
  state: IssueState
  stateText: Text
  /** 1, and one more after each failed look-back. */
  cycle: number
  description: string
  foundAt: string
  /** Empty when the unit may not know. */
  foundBy: string
  since: string
  /** "None", or names with commas: "Key, Difficult". */
  tags: string
  reworks: number
  extensions: number
  /** Days of an extension asked for and not decided. */
  askedDays: number | null
  harm: HarmMark
  department: string | null
  topRung: Rung
  clocks: ClockView[]
}

export interface MeasureView {
  no: number
  rung: Rung
  name: Text
  rule: string
  /** Null for one proposed by hand. */
  ruleName: Text | null
  clause: Text | null
  state: MeasureState
  stateText: Text
  form: MeasureForm
  /** Numbers of the issues it is about. */
  issues: number[]
  round: string | null
  proposedAt: string
  proposedBy: string
  decidedBy: string | null
  servedAt: string | null
  since: string
  aggravated: boolean
  held: boolean
  committed: string | null
  reports: number
  extended: boolean
  delisted: boolean
  published: boolean
  annotated: boolean
  executed: boolean
  remedy: RemedyState
  supersededBy: number | null
  decider: Role
  clocks: ClockView[]
}

export interface ReferralView { no: number; issue: number; department: string; clocks: ClockView[] }

export interface SelfCheckView { round: string; windowFrom: string; clocks: ClockView[] }

export interface FlaggedView { id: string; inspector: string; startedAt: string; endedAt: string }

/** `id` says what it is about: "rectification-notice:3", "circular:1". */
export interface DocumentView { id: string; kind: string; number: string; issuedAt: string }

export interface PlanView { id: string; inspector: string; day: string; slot: VisitSlot; kind: VisitKind; unannounced: boolean }

/** `source` is "measure/3" or "bulletin/…". */
export interface ServedMark { rung: Rung; at: string; source: string }

export interface LadderMemory { group: Text; rung: Rung; until: string }

/** Everything open about a unit. */
export interface CaseDetail {
  colour: Colour
  reasons: ReasonView[]
  rung: Rung
  issues: IssueView[]
  measures: MeasureView[]
  served: ServedMark[]
  memory: LadderMemory[]
  opinionFlag: boolean
  referrals: ReferralView[]
  selfChecks: SelfCheckView[]
  plans: PlanView[]
  flagged: FlaggedView[]
  waiting: WaitingDecision[]
  documents: DocumentView[]
}

/** One entry of a county's decision queue. */
export interface DecisionView {
  unit: string
  name: string
  townName: string | null
  kind: WaitingKind
  subject: string
  since: string
  ageDays: number
  dueOn: string | null
  overdue: boolean
  owner: Role
  rung: Rung
  rule: string | null
  ruleName: Text | null
  title: Text
}

/** What a command with ?preview=true would bring. */
export interface PreviewView {
  events: PreviewedEvent[]
  deadlines: CaseDeadline[]
  documents: PreviewedPaper[]
  alerts: PreviewedAlert[]
  before: Standing | null
  after: Standing | null
}

export interface PreviewedEvent { kind: string; effectiveAt: string; text: Text }

export interface PreviewedPaper { kind: string; name: Text }

export interface PreviewedAlert { kind: string; recipients: string[]; text: Text }

export interface CaseDeadline { case: 'Issue' | 'Measure' | 'SelfCheck' | 'Referral'; no: number; kind: string; due: string; fallsAt: string; passed: boolean; what: Text; whenPassed: Text }

export interface Standing { coverage: Colour; compliance: Colour; rung: Rung; openIssues: number }
