import type { Colour, DutyState, IssueState, MeasureState, Rung, Severity } from '../../client/types'

/** Every status has a shape of its own, so that it is read without colour. */
export type Shape = 'check' | 'late' | 'triangle' | 'square' | 'circle' | 'dash' | 'diamond'
export type Tone = 'good' | 'warn' | 'bad' | 'open' | 'none'

export interface StatusLook { shape: Shape; tone: Tone }

export const COLOUR_LOOK: Record<Colour, StatusLook> = {
  Green: { shape: 'check', tone: 'good' },
  Amber: { shape: 'triangle', tone: 'warn' },
  Red: { shape: 'square', tone: 'bad' },
  White: { shape: 'circle', tone: 'open' },
  Grey: { shape: 'dash', tone: 'none' },
}

export const DUTY_LOOK: Record<DutyState, StatusLook> = {
  Pending: { shape: 'circle', tone: 'open' },
  DueSoon: { shape: 'triangle', tone: 'warn' },
  Satisfied: { shape: 'check', tone: 'good' },
  SatisfiedLate: { shape: 'late', tone: 'good' },
  Missed: { shape: 'square', tone: 'bad' },
  Excused: { shape: 'diamond', tone: 'none' },
  Exempt: { shape: 'dash', tone: 'none' },
}

/** The steps of the ladder: the higher, the graver; regular supervision has the mark of what is in order. */
export const RUNG_LOOK: Record<Rung, StatusLook> = {
  None: { shape: 'check', tone: 'good' },
  Circular: { shape: 'triangle', tone: 'warn' },
  Interview: { shape: 'diamond', tone: 'bad' },
  KeySupervision: { shape: 'diamond', tone: 'bad' },
  Exposure: { shape: 'square', tone: 'bad' },
  Accountability: { shape: 'square', tone: 'bad' },
}

export const SEVERITY_LOOK: Record<Severity, StatusLook> = {
  Minor: { shape: 'circle', tone: 'open' },
  General: { shape: 'triangle', tone: 'warn' },
  Serious: { shape: 'square', tone: 'bad' },
  Complex: { shape: 'diamond', tone: 'warn' },
}

export const ISSUE_LOOK: Record<IssueState, StatusLook> = {
  Found: { shape: 'triangle', tone: 'warn' },
  Notified: { shape: 'circle', tone: 'open' },
  Rectifying: { shape: 'circle', tone: 'open' },
  Reported: { shape: 'late', tone: 'open' },
  Filed: { shape: 'late', tone: 'open' },
  Returned: { shape: 'triangle', tone: 'warn' },
  Verified: { shape: 'check', tone: 'good' },
  LookBack: { shape: 'check', tone: 'good' },
  Archived: { shape: 'dash', tone: 'none' },
  Transferred: { shape: 'dash', tone: 'none' },
  Withdrawn: { shape: 'dash', tone: 'none' },
}

export const MEASURE_LOOK: Record<MeasureState, StatusLook> = {
  Proposed: { shape: 'circle', tone: 'warn' },
  Decided: { shape: 'triangle', tone: 'warn' },
  InForce: { shape: 'square', tone: 'bad' },
  Discharged: { shape: 'check', tone: 'good' },
  Rejected: { shape: 'dash', tone: 'none' },
  Lapsed: { shape: 'dash', tone: 'none' },
  Superseded: { shape: 'dash', tone: 'none' },
  Revoked: { shape: 'dash', tone: 'none' },
}

/** A clock that ran out, and one that runs. */
export const OVERDUE_LOOK: StatusLook = { shape: 'square', tone: 'bad' }
export const RUNNING_LOOK: StatusLook = { shape: 'circle', tone: 'open' }

export const COLOURS: readonly Colour[] = ['Red', 'Amber', 'White', 'Green', 'Grey']

/** The compliance axis has no white: nothing is owed there in advance. */
export const COMPLIANCE_COLOURS: readonly Colour[] = ['Red', 'Amber', 'Green', 'Grey']
