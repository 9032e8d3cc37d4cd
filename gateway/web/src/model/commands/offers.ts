import type { UnitView, WaitingKind } from '../../client/types'
import { askingOf, type Command, type Offer, type Person, type Subjects, type SubjectSort } from './command'
import { ISSUE_COMMANDS, REFERRAL_COMMANDS } from './issue-commands'
import { MEASURE_COMMANDS } from './measure-commands'
import { ENTRY_COMMANDS, FLAGGED_COMMANDS, HELD_COMMANDS, PERIOD_COMMANDS, SELF_CHECK_COMMANDS, UNIT_COMMANDS } from './unit-commands'

/** Everything people do to a unit at a desk. Another command is another entry. */
export const COMMANDS: { readonly [S in SubjectSort]: readonly Command<S>[] } = {
  unit: UNIT_COMMANDS,
  issue: ISSUE_COMMANDS,
  measure: MEASURE_COMMANDS,
  referral: REFERRAL_COMMANDS,
  period: PERIOD_COMMANDS,
  held: HELD_COMMANDS,
  flagged: FLAGGED_COMMANDS,
  selfCheck: SELF_CHECK_COMMANDS,
  entry: ENTRY_COMMANDS,
}

/** What this person may be offered about one thing as it stands. */
export function offersOn<S extends SubjectSort>(of: S, subject: Subjects[S], person: Person, unit: UnitView): Offer[] {
  const asking = askingOf(person, unit)
  return COMMANDS[of]
    .filter((entry) => asking.may(entry.act) && entry.when(subject, asking))
    .map((entry) => ({ name: entry.name, grave: entry.grave ?? false, kept: entry.kept ?? false, path: entry.path(subject, asking), fields: entry.fields(subject, asking) }))
}

/** Which commands answer what waits; the others of the same thing are left to the unit's page. */
const ANSWERS: Record<WaitingKind, readonly string[]> = {
  ConfirmSerious: ['confirmSerious', 'withdrawIssue'],
  DecideMeasure: ['decideMeasure', 'rejectMeasure'],
  ServeMeasure: ['serveMeasure'],
  ExtendDue: ['decideExtension'],
  DecideDelisting: ['decideDelisting'],
  ConfirmFlagged: ['confirmFlagged', 'voidVisit'],
  ApproveLateVisit: ['approveLateVisit', 'voidVisit'],
  DecideEntry: ['decideEntry'],
}

/** @param subject "issue/3", "measure/1", "entry/2" or "visit/…" */
export function answersTo(kind: WaitingKind, subject: string, person: Person, unit: UnitView): Offer[] {
  const [sort = '', id = ''] = subject.split('/')
  return offersOf(sort, id, person, unit).filter((offer) => ANSWERS[kind].includes(offer.name))
}

function offersOf(sort: string, id: string, person: Person, unit: UnitView): Offer[] {
  const issue = sort === 'issue' && unit.cases.issues.find((each) => each.no === Number(id))
  if (issue) return offersOn('issue', issue, person, unit)
  const measure = sort === 'measure' && unit.cases.measures.find((each) => each.no === Number(id))
  if (measure) return offersOn('measure', measure, person, unit)
  const entry = sort === 'entry' && unit.cases.entries.find((each) => each.no === Number(id))
  if (entry) return offersOn('entry', entry, person, unit)
  const flagged = sort === 'visit' && unit.cases.flagged.find((each) => each.id === id)
  if (flagged) return offersOn('flagged', flagged, person, unit)
  const held = sort === 'visit' && unit.held.find((each) => each.id === id)
  return held ? offersOn('held', held, person, unit) : []
}
