import type { Rung, UnitView } from '../../client/types'
import { RUNGS, rungNumber } from '../unit/cases'
import { dayOf } from '../time/past'
import { periodOf } from '../time/school-year'
import { type Command, command, documentField, evidence, type Field, neededEvidence, reason, remark, signedPaper } from './command'

const ANSWERABLE: readonly Rung[] = ['Circular', 'Interview', 'KeySupervision', 'Exposure', 'Accountability']

const isActive = (unit: UnitView): boolean => unit.row.status === 'Active'
const higherRungs = (unit: UnitView): readonly Rung[] => ANSWERABLE.filter((rung) => RUNGS.indexOf(rung) > rungNumber(unit.cases.rung))

const statement = (name: string): Field => ({ kind: 'text', name, max: 4_000 })

export const UNIT_COMMANDS: readonly Command<'unit'>[] = [
  // What a visit found comes with the visit; a unit itself only reports what it found itself.
  command({
    name: 'openIssue', of: 'unit', act: 'OpenIssue', path: () => 'issues', when: () => true,
    fields: (unit, asking) => [
      asking.isOwn ? { kind: 'fixed', name: 'origin', value: 'SelfCheck' } : { kind: 'choice', name: 'origin', words: 'origin', options: ['CentralRound', 'Complaint', 'Platform', 'Referral', 'SelfCheck'] },
      { kind: 'category', name: 'category' },
      { kind: 'severity', name: 'severity', of: 'category' },
      { kind: 'department', name: 'department', onlyWith: { field: 'severity', value: 'Complex' } },
      { kind: 'date', name: 'foundOn', initial: dayOf(unit.now), latest: dayOf(unit.now) },
      { kind: 'text', name: 'description', max: 500 },
      evidence,
      signedPaper(asking),
    ],
  }),
  command({
    name: 'proposeMeasure', of: 'unit', act: 'HandleMeasure', path: () => 'measures', when: (unit) => unit.cases.issues.length > 0 && higherRungs(unit).length > 0, grave: true,
    fields: (unit) => [
      { kind: 'choice', name: 'rung', words: 'rung', options: higherRungs(unit) },
      { kind: 'issues', name: 'issues', numbers: unit.cases.issues.map((issue) => issue.no) },
      { kind: 'text', name: 'reason', max: 1_000 },
    ],
  }),
  command({
    name: 'assignInspector', of: 'unit', act: 'AssignInspector', path: () => 'inspector', when: isActive,
    fields: () => [{ kind: 'line', name: 'inspector', max: 60 }, { kind: 'date', name: 'from' }, { kind: 'date', name: 'to', optional: true }, { kind: 'fixed', name: 'deputy', value: false }],
  }),
  command({
    name: 'delegateDeputy', of: 'unit', act: 'DelegateDeputy', path: () => 'inspector', when: isActive,
    fields: () => [{ kind: 'line', name: 'inspector', max: 60 }, { kind: 'date', name: 'from' }, { kind: 'date', name: 'to' }, { kind: 'fixed', name: 'deputy', value: true }],
  }),
  command({
    name: 'recuseInspector', of: 'unit', act: 'RecuseInspector', path: () => 'recusals', when: () => true, grave: true,
    fields: (unit) => [{ kind: 'line', name: 'inspector', max: 60 }, { kind: 'date', name: 'since', initial: dayOf(unit.now), latest: dayOf(unit.now) }, reason, documentField],
  }),
  command({
    name: 'liftRecusal', of: 'unit', act: 'RecuseInspector', path: () => 'recusals/lift', when: (unit) => unit.recusals.length > 0,
    fields: () => [{ kind: 'line', name: 'inspector', max: 60 }, reason, documentField],
  }),
  command({
    name: 'requestSelfCheck', of: 'unit', act: 'AskSelfCheck', path: () => 'self-checks', when: isActive,
    fields: () => [{ kind: 'line', name: 'round', max: 10 }, { kind: 'date', name: 'windowFrom' }],
  }),
  // A person's word counts with its paper, its file and a second person.
  command({
    name: 'nameInBulletin', of: 'unit', act: 'NameUnit', path: () => 'bulletin-naming', when: () => true, grave: true,
    fields: (unit) => [{ kind: 'line', name: 'bulletin', max: 100 }, { kind: 'date', name: 'issuedOn', latest: dayOf(unit.now) }, documentField, neededEvidence],
  }),
  command({
    name: 'countComplaint', of: 'unit', act: 'CountComplaint', path: () => 'complaint-count', when: () => true, grave: true,
    fields: (unit) => [
      { kind: 'line', name: 'id', max: 64 },
      { kind: 'instant', name: 'receivedAt', latest: dayOf(unit.now) },
      { kind: 'category', name: 'group', asGroup: true },
      { kind: 'line', name: 'person', max: 64, optional: true },
      { kind: 'choice', name: 'outcome', words: 'outcome', options: ['Open', 'Substantiated', 'Partly', 'Unsubstantiated', 'Unverifiable'] },
      documentField,
      neededEvidence,
    ],
  }),
  command({
    name: 'setOpinionFlag', of: 'unit', act: 'HandleMeasure', path: () => 'opinion-flag', when: (unit) => !unit.cases.opinionFlag, grave: true,
    fields: () => [{ kind: 'fixed', name: 'on', value: true }, { kind: 'line', name: 'source', max: 500 }],
  }),
  command({
    name: 'liftOpinionFlag', of: 'unit', act: 'HandleMeasure', path: () => 'opinion-flag', when: (unit) => unit.cases.opinionFlag,
    fields: () => [{ kind: 'fixed', name: 'on', value: false }, { kind: 'line', name: 'source', max: 500 }],
  }),
]

export const SELF_CHECK_COMMANDS: readonly Command<'selfCheck'>[] = [
  command({
    name: 'submitSelfCheck', of: 'selfCheck', act: 'Answer', path: (duty) => `self-checks/${duty.round}`, when: () => true, kept: true,
    fields: () => [statement('work'), statement('highlights'), statement('problems'), statement('next'), { kind: 'checklist', name: 'checklist' }],
  }),
]

export const PERIOD_COMMANDS: readonly Command<'period'>[] = [
  command({ name: 'excusePeriod', of: 'period', act: 'ApproveLate', when: (duty) => duty.state === 'Missed', path: (duty) => `months/${duty.period}/excuse`, fields: () => [reason, documentField] }),
]

export const HELD_COMMANDS: readonly Command<'held'>[] = [
  command({
    name: 'approveLateVisit', of: 'held', act: 'ApproveLate', when: () => true,
    path: (visit, { unit }) => `months/${periodOf(visit.startedAt, unit.row.kind)}/approve-late`, fields: (visit) => [{ kind: 'fixed', name: 'visitId', value: visit.id }, reason],
  }),
  command({ name: 'voidVisit', of: 'held', act: 'JudgeVisit', when: () => true, path: (visit) => `visits/${visit.id}/void`, fields: () => [reason], grave: true }),
]

export const FLAGGED_COMMANDS: readonly Command<'flagged'>[] = [
  command({ name: 'confirmFlagged', of: 'flagged', act: 'JudgeVisit', when: () => true, path: (visit) => `visits/${visit.id}/confirm`, fields: () => [reason] }),
  command({ name: 'voidVisit', of: 'flagged', act: 'JudgeVisit', when: () => true, path: (visit) => `visits/${visit.id}/void`, fields: () => [reason], grave: true }),
]

/** Whoever entered it can't approve it; the server says so. */
export const ENTRY_COMMANDS: readonly Command<'entry'>[] = [
  command({
    name: 'decideEntry', of: 'entry', act: 'DecideEntry', when: () => true, grave: true, path: (entry) => `entries/${entry.no}/decision`,
    fields: () => [{ kind: 'yesNo', name: 'approve', words: 'approve' }, remark],
  }),
]
