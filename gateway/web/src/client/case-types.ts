// What the gateway sends about issues and measures. Days are "2026-04-09", in Asia/Shanghai.

import type { components } from './generated/api'

type Schemas = components['schemas']

export type Severity = Schemas['Severity']
export type IssueOrigin = Schemas['IssueOrigin']
export type IssueState = Schemas['IssueState']
export type HarmMark = Schemas['HarmMark']
export type MeasureState = Schemas['MeasureState']
export type MeasureForm = Schemas['MeasureForm']
export type RemedyState = Schemas['RemedyState']
export type VisitKind = Schemas['VisitKind']
export type VisitSlot = Schemas['VisitSlot']

/** `due` is the last day, inclusive, or the first day of what opens; `whenPassed` says what happens by itself at `fallsAt`. */
export type ClockView = Schemas['ClockView']

/** `tags` is "None", or names with commas: "Key, Difficult". `foundBy` is empty when the unit may not know. */
export type IssueView = Schemas['IssueView']

/** `issues` are numbers; `ruleName` is null for one proposed by hand. */
export type MeasureView = Schemas['MeasureView']
export type ReferralView = Schemas['ReferralView']
export type SelfCheckView = Schemas['SelfCheckView']
export type EntryView = Schemas['EntryView']
export type ProofView = Schemas['ProofView']
export type Department = Schemas['Department']
export type FlaggedView = Schemas['FlaggedView']

/** `id` says what it is about: "rectification-notice:3", "circular:1". */
export type DocumentView = Schemas['DocumentView']
export type PlanView = Schemas['VisitPlan']

/** `source` is "measure/3" or "bulletin/…"; `byHand` is what rests on a person's entry. */
export type ServedMark = Schemas['ServedView']
export type LadderMemory = Schemas['MemoryView']

/** Everything open about a unit. */
export type CaseDetail = Schemas['CaseDetail']

/** One entry of a county's decision queue. */
export type DecisionView = Schemas['DecisionView']

/** What a command with ?preview=true would bring. It answers in the command's place, so the document does not have it. */
export interface PreviewView {
  events: PreviewedEvent[]
  deadlines: CaseDeadline[]
  documents: PreviewedPaper[]
  alerts: PreviewedAlert[]
  before: Standing | null
  after: Standing | null
  /** What would be said although it is done, such as a limit that only warns. */
  warnings: Text[]
}

export interface PreviewedEvent { kind: string; effectiveAt: string; text: Text }

export interface PreviewedPaper { kind: string; name: Text }

export interface PreviewedAlert { kind: string; recipients: string[]; text: Text }

export interface CaseDeadline { case: 'Issue' | 'Measure' | 'SelfCheck' | 'Referral' | 'Entry'; no: number; kind: string; due: string; fallsAt: string; passed: boolean; what: Text; whenPassed: Text }

export interface Standing { coverage: Colour; compliance: Colour; rung: Rung; openIssues: number }

type Text = Schemas['Text']
type Colour = Schemas['Colour']
type Rung = Schemas['Rung']
