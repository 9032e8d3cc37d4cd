import type { MeasureState, MeasureView, RemedyState, Role, Rung } from '../../client/types'
import { ABOVE, type Asking, type Command, command, COUNTY, COUNTY_OR_UNIT, decides, documentField, evidence, type Field, type PaperKind, reason, remark } from './command'

const step = (path: string) => (measure: MeasureView): string => `measures/${measure.no}/${path}`
const is = (state: MeasureState, rung?: Rung) => (measure: MeasureView): boolean => measure.state === state && (rung === undefined || measure.rung === rung)
const clock = (measure: MeasureView, kind: string): boolean => measure.clocks.some((each) => each.kind === kind && !each.passed)
const anyClock = (measure: MeasureView, kind: string): boolean => measure.clocks.some((each) => each.kind === kind)
const mayDecide = (measure: MeasureView, { role }: Asking): boolean => decides(role, measure.decider)

const interview = is('InForce', 'Interview')
const keySupervision = is('InForce', 'KeySupervision')
const exposure = is('InForce', 'Exposure')
const accountability = is('InForce', 'Accountability')

const FORMS: Partial<Record<Rung, readonly string[]>> = { Circular: ['Written', 'Oral'], KeySupervision: ['Plaque', 'SupervisionOrder'] }

const formOf = (rung: Rung): Field => {
  const options = FORMS[rung]
  return options ? { kind: 'choice', name: 'form', words: 'form', options } : { kind: 'fixed', name: 'form', value: 'None' }
}

export const papersToDecide = (rung: Rung): readonly PaperKind[] => (rung === 'Accountability' ? ['InvestigationReport', 'PriorNotice', 'DefenceRecord', 'CommitteeRecord'] : [])

export function papersToServe({ rung, form }: Pick<MeasureView, 'rung' | 'form'>): readonly PaperKind[] {
  if (rung === 'Circular') return form === 'Oral' ? ['OralRecord'] : []
  if (rung === 'KeySupervision') return ['RectificationPlan']
  if (rung === 'Exposure') return ['ExposureText', 'ChannelList']
  return rung === 'Accountability' ? ['ServiceReceipt'] : []
}

const papers = (needed: readonly PaperKind[]): Field => ({ kind: 'papers', name: 'attachments', needed })

/** The next steps against an accountability decision, and who takes them. */
const REMEDY_STEPS: Record<RemedyState, readonly { step: string; roles: readonly Role[] }[]> = {
  None: [],
  Open: [{ step: 'ReviewRequested', roles: COUNTY_OR_UNIT }, { step: 'Appealed', roles: COUNTY_OR_UNIT }],
  UnderReview: [{ step: 'ReviewUpheld', roles: COUNTY }, { step: 'ReviewFoundWrong', roles: COUNTY }],
  ReviewUpheld: [{ step: 'Appealed', roles: COUNTY_OR_UNIT }],
  UnderAppeal: [{ step: 'AppealUpheld', roles: [...COUNTY, ...ABOVE] }, { step: 'AppealFoundWrong', roles: [...COUNTY, ...ABOVE] }],
  FoundWrong: [{ step: 'Corrected', roles: COUNTY }],
  Exhausted: [],
}

const remedySteps = (measure: MeasureView, role: Role): string[] => REMEDY_STEPS[measure.remedy].filter((each) => each.roles.includes(role)).map((each) => each.step)

export const MEASURE_COMMANDS: readonly Command<'measure'>[] = [
  command({
    name: 'decideMeasure', of: 'measure', roles: COUNTY, path: step('decision'), grave: true,
    when: (measure, asking) => is('Proposed')(measure) && mayDecide(measure, asking), fields: ({ rung }) => [formOf(rung), remark, papers(papersToDecide(rung))],
  }),
  command({ name: 'rejectMeasure', of: 'measure', roles: COUNTY, path: step('rejection'), when: (measure, asking) => is('Proposed')(measure) && mayDecide(measure, asking), fields: () => [reason] }),
  command({ name: 'serveMeasure', of: 'measure', roles: COUNTY, path: step('service'), when: is('Decided'), fields: (measure) => [papers(papersToServe(measure))], grave: true }),
  command({
    name: 'recordInterview', of: 'measure', roles: COUNTY, path: step('interview'), when: (measure) => interview(measure) && !measure.held,
    fields: () => [{ kind: 'date', name: 'heldOn' }, { kind: 'line', name: 'present', max: 500 }],
  }),
  command({
    name: 'recordCommitment', of: 'measure', roles: COUNTY, path: step('commitment'), when: (measure) => interview(measure) && measure.held && measure.committed === null,
    fields: () => [{ kind: 'date', name: 'committed' }, papers(['InterviewMinutes', 'Commitment'])],
  }),
  command({ name: 'recordProgress', of: 'measure', roles: COUNTY_OR_UNIT, path: step('progress'), when: keySupervision, fields: () => [{ kind: 'text', name: 'text', max: 4_000 }, evidence] }),
  command({
    name: 'extendPeriod', of: 'measure', roles: COUNTY, path: step('period-extension'),
    when: (measure, asking) => keySupervision(measure) && !measure.extended && clock(measure, 'Period') && mayDecide(measure, asking), fields: () => [reason],
  }),
  command({
    name: 'applyDelisting', of: 'measure', roles: COUNTY_OR_UNIT, path: step('delisting-application'),
    when: (measure) => keySupervision(measure) && !measure.delisted && !anyClock(measure, 'Accept'), fields: () => [{ kind: 'text', name: 'text', max: 4_000 }, evidence],
  }),
  command({
    name: 'decideDelisting', of: 'measure', roles: COUNTY, path: step('delisting-decision'),
    when: (measure, asking) => keySupervision(measure) && anyClock(measure, 'Accept') && mayDecide(measure, asking), fields: () => [{ kind: 'yesNo', name: 'accept', words: 'accept' }, remark],
  }),
  command({ name: 'recordPublication', of: 'measure', roles: COUNTY, path: step('publication'), when: (measure) => exposure(measure) && !measure.published, fields: () => [{ kind: 'links', name: 'links' }], grave: true }),
  command({
    name: 'annotatePublication', of: 'measure', roles: COUNTY, path: step('publication-annotation'), when: (measure) => exposure(measure) && measure.published,
    fields: () => [{ kind: 'text', name: 'result', max: 2_000 }],
  }),
  command({
    name: 'recordAppealStep', of: 'measure', roles: [...COUNTY_OR_UNIT, ...ABOVE], path: step('appeal-step'),
    when: (measure, { role }) => accountability(measure) && remedySteps(measure, role).length > 0,
    fields: (measure, { role }) => [{ kind: 'choice', name: 'step', words: 'step', options: remedySteps(measure, role) }, documentField],
  }),
  command({
    name: 'recordExecution', of: 'measure', roles: COUNTY, path: step('execution'), when: (measure) => accountability(measure) && !measure.executed,
    fields: () => [{ kind: 'text', name: 'remark', max: 2_000 }, documentField],
  }),
]
