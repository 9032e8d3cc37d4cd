import type { Act, Duty, EntryView, FlaggedView, HeldVisit, IssueView, MeasureView, ReferralView, Role, SelfCheckView, SessionView, UnitView } from '../../client/types'

/** Papers people attach; what a rung needs besides the numbered one. */
export type PaperKind =
  | 'OralRecord' | 'InterviewMinutes' | 'Commitment' | 'RectificationPlan' | 'ExposureText' | 'ChannelList'
  | 'InvestigationReport' | 'PriorNotice' | 'DefenceRecord' | 'CommitteeRecord' | 'ServiceReceipt' | 'Other'

/** What a command is about. */
export interface Subjects {
  unit: UnitView
  issue: IssueView
  measure: MeasureView
  referral: ReferralView
  period: Duty
  held: HeldVisit
  flagged: FlaggedView
  selfCheck: SelfCheckView
  entry: EntryView
}
export type SubjectSort = keyof Subjects

export type Field =
  /** `max` characters; `line` is one line, `text` several, `links` one address a line. */
  | { kind: 'line' | 'text'; name: string; max: number; optional?: boolean; onlyWith?: OnlyWith }
  | { kind: 'links'; name: string }
  /** One entry a line. */
  | { kind: 'lines'; name: string }
  | { kind: 'number'; name: string; least: number; most: number }
  /** Civil days; `initial` stands there already. */
  | { kind: 'date'; name: string; optional?: boolean; initial?: string; latest?: string }
  /** A civil day, sent as the instant it begins here. */
  | { kind: 'instant'; name: string; latest?: string }
  /** The words are `commands.choices.<words>.<option>`. */
  | { kind: 'choice'; name: string; words: string; options: readonly string[] }
  /** True or false, in words of its own. */
  | { kind: 'yesNo'; name: string; words: string }
  /** Files as evidence, by hash; `needed` is one at least. */
  | { kind: 'files'; name: string; needed?: boolean }
  /** Papers with titles; the needed ones have to be there. */
  | { kind: 'papers'; name: string; needed: readonly PaperKind[] }
  /** Numbers of the unit's open issues. */
  | { kind: 'issues'; name: string; numbers: readonly number[] }
  /** A category of issues, found by words; `asGroup` sends the group it belongs to. */
  | { kind: 'category'; name: string; asGroup?: boolean }
  /** From the county's list of departments: one, or several of the joint ones. */
  | { kind: 'department'; name: string; onlyWith?: OnlyWith }
  | { kind: 'departments'; name: string }
  /** Of the category in the field `of`: its own unless another is chosen. */
  | { kind: 'severity'; name: string; of: string }
  /** The unit's checklist, as far as it applies to it today. */
  | { kind: 'checklist'; name: string }
  | { kind: 'fixed'; name: string; value: unknown }

/** A field that is there while another has this value. */
export interface OnlyWith { field: string; value: string }

/** Who is signed in, as the server says. */
export type Person = Pick<SessionView, 'role' | 'may' | 'deciders'>

/** Who asks about a unit, as far as the table minds. */
export interface Asking {
  unit: UnitView
  /** Somebody of the unit itself. */
  isOwn: boolean
  may: (act: Act) => boolean
  /** Whether they rank as that decider or above. */
  decides: (decider: Role) => boolean
}

export const askingOf = ({ role, may, deciders }: Person, unit: UnitView): Asking => ({
  unit,
  isOwn: role === 'UnitUser',
  may: (act) => may.includes(act),
  decides: (decider) => deciders.includes(role) && deciders.indexOf(role) >= deciders.indexOf(decider),
})

/**
 * One thing people do to a unit: an entry of a table. `act`, which the server says they may or may not, and `when` only decide
 * whether it is offered; whether it is done is the server's to say.
 */
export interface Command<S extends SubjectSort = SubjectSort> {
  /** Its words are `commands.names.<name>`. */
  name: string
  of: S
  act: Act
  when: (subject: Subjects[S], asking: Asking) => boolean
  /** Below /api/v1/units/{kind}/{code}/. */
  path: (subject: Subjects[S], asking: Asking) => string
  fields: (subject: Subjects[S], asking: Asking) => readonly Field[]
  /** Weighs on a unit, or can't be taken back: the button says so. */
  grave?: boolean
  /** Long to fill in: what was entered is kept in this browser until it is done. */
  kept?: boolean
}

/** A command that is offered about one thing. */
export interface Offer {
  name: string
  grave: boolean
  kept?: boolean
  path: string
  fields: readonly Field[]
}

/** Keeps an entry's types together in a table of all sorts. */
export const command = <S extends SubjectSort>(entry: Command<S>): Command<S> => entry

export const reason: Field = { kind: 'text', name: 'reason', max: 500 }
export const remark: Field = { kind: 'text', name: 'remark', max: 500 }
export const documentField: Field = { kind: 'line', name: 'document', max: 200 }
export const evidence: Field = { kind: 'files', name: 'evidence' }
export const neededEvidence: Field = { kind: 'files', name: 'evidence', needed: true }

/** A unit speaks for itself; who enters it for the unit names the signed paper. */
export const signedPaper = ({ isOwn }: Asking): Field => (isOwn ? { kind: 'line', name: 'document', max: 200, optional: true } : documentField)
