import type { CaseDetail, CaseTally, ClockView, DocumentView, Rung } from '../../client/types'

/** From regular supervision (R0) upwards. */
export const RUNGS: readonly Rung[] = ['None', 'Circular', 'Interview', 'KeySupervision', 'Exposure', 'Accountability']

export const rungNumber = (rung: Rung): number => RUNGS.indexOf(rung)

/** "R3", as the plans write it. */
export const rungCode = (rung: Rung): string => `R${rungNumber(rung)}`

type RungCount = 'circulars' | 'interviews' | 'keySupervisions' | 'exposures' | 'accountabilities'

/** Regular supervision is not counted. */
export const COUNT_OF_RUNG: Record<Rung, RungCount | null> = {
  None: null,
  Circular: 'circulars',
  Interview: 'interviews',
  KeySupervision: 'keySupervisions',
  Exposure: 'exposures',
  Accountability: 'accountabilities',
}

export const CASE_COUNTS: readonly (keyof CaseTally)[] = [
  'green', 'amber', 'red', 'grey', 'openIssues', 'overdueIssues', 'waiting', 'circulars', 'interviews', 'keySupervisions', 'exposures', 'accountabilities',
]

export const noCases = (): CaseTally => ({
  green: 0, amber: 0, red: 0, grey: 0, openIssues: 0, overdueIssues: 0, waiting: 0, circulars: 0, interviews: 0, keySupervisions: 0, exposures: 0, accountabilities: 0,
})

export type StepState = 'current' | 'proposed' | 'below' | 'above'

/** One step of the ladder as the strip shows it. `proposed` is a rung that somebody has to decide or serve. */
export interface LadderStep { rung: Rung; state: StepState }

export function ladderSteps(cases: Pick<CaseDetail, 'rung' | 'measures'>): LadderStep[] {
  const current = rungNumber(cases.rung)
  const pending = new Set(cases.measures.filter((measure) => measure.state === 'Proposed' || measure.state === 'Decided').map((measure) => measure.rung))
  return RUNGS.map((rung, step) => ({
    rung,
    state: step === current ? 'current' : pending.has(rung) ? 'proposed' : step < current ? 'below' : 'above',
  }))
}

/** What ran out comes first, then what falls next. */
export const byUrgency = (clocks: readonly ClockView[]): ClockView[] =>
  [...clocks].sort((left, right) => Number(right.passed) - Number(left.passed) || Date.parse(left.fallsAt) - Date.parse(right.fallsAt))

/** `ended` is a term that is simply over; nobody was to act by then. */
export type ClockState = 'running' | 'overdue' | 'opened' | 'ended'

const OPENING: ReadonlySet<string> = new Set(['LookBackOpens', 'LookBackDay'])
const TERMS: ReadonlySet<string> = new Set(['Period', 'ReviewRequest', 'Appeal'])

export const opens = (clock: ClockView): boolean => OPENING.has(clock.kind)

export const clockState = (clock: ClockView): ClockState =>
  !clock.passed ? 'running' : opens(clock) ? 'opened' : TERMS.has(clock.kind) ? 'ended' : 'overdue'

const ISSUE_PAPERS: ReadonlySet<string> = new Set(['rectification-notice', 'consultation-letter'])

/** What a paper is about: "issue/3", "measure/1" or "referral/2". A relapse numbers the notice again: "rectification-notice:3:2". */
export function subjectOf(document: DocumentView): string {
  const [kind = '', no = ''] = document.id.split(':')
  return `${ISSUE_PAPERS.has(kind) ? 'issue' : kind === 'referral-letter' ? 'referral' : 'measure'}/${no}`
}

export const papersOf = (documents: readonly DocumentView[], subject: string): DocumentView[] => documents.filter((document) => subjectOf(document) === subject)

/** Everything on the unit's page that evidence can lead to. */
export function anchorsOf(cases: CaseDetail): ReadonlySet<string> {
  return new Set([
    ...cases.issues.map((issue) => `issue-${issue.no}`),
    ...cases.measures.map((measure) => `measure-${measure.no}`),
    ...cases.selfChecks.map((duty) => `self-check-${duty.round}`),
    ...cases.entries.map((entry) => `entry-${entry.no}`),
    ...cases.flagged.map((visit) => `visit-${visit.id}`),
  ])
}
