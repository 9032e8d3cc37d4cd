import type { Act, MeasureState, MeasureView, RemedyState, Rung } from '../../client/types'
import { type Asking, type Command, command, documentField, evidence, type Field, type PaperKind, reason, remark } from './command'

const step = (path: string) => (measure: MeasureView): string => `measures/${measure.no}/${path}`
const is = (state: MeasureState, rung?: Rung) => (measure: MeasureView): boolean => measure.state === state && (rung === undefined || measure.rung === rung)
const clock = (measure: MeasureView, kind: string): boolean => measure.clocks.some((each) => each.kind === kind && !each.passed)
const anyClock = (measure: MeasureView, kind: string): boolean => measure.clocks.some((each) => each.kind === kind)
const mayDecide = (measure: MeasureView, { decides }: Asking): boolean => decides(measure.decider)

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
const REMEDY_STEPS: Record<RemedyState, readonly { step: string; act: Act }[]> = {
  None: [],
  Open: [{ step: 'ReviewRequested', act: 'Answer' }, { step: 'Appealed', act: 'Answer' }],
  UnderReview: [{ step: 'ReviewUpheld', act: 'HandleMeasure' }, { step: 'ReviewFoundWrong', act: 'HandleMeasure' }],
  ReviewUpheld: [{ step: 'Appealed', act: 'Answer' }],
  UnderAppeal: [{ step: 'AppealUpheld', act: 'HearAppeal' }, { step: 'AppealFoundWrong', act: 'HearAppeal' }],
  FoundWrong: [{ step: 'Corrected', act: 'HandleMeasure' }],
  Exhausted: [],
}

const remedySteps = (measure: MeasureView, { may }: Asking): string[] => REMEDY_STEPS[measure.remedy].filter((each) => may(each.act)).map((each) => each.step)

export const MEASURE_COMMANDS: readonly Command<'measure'>[] = [
  command({
    name: 'decideMeasure', of: 'measure', act: 'HandleMeasure', path: step('decision'), grave: true,
    when: (measure, asking) => is('Proposed')(measure) && mayDecide(measure, asking), fields: ({ rung }) => [formOf(rung), remark, papers(papersToDecide(rung))],
  }),
  command({ name: 'rejectMeasure', of: 'measure', act: 'HandleMeasure', path: step('rejection'), when: (measure, asking) => is('Proposed')(measure) && mayDecide(measure, asking), fields: () => [reason] }),
  command({ name: 'serveMeasure', of: 'measure', act: 'HandleMeasure', path: step('service'), when: is('Decided'), fields: (measure) => [papers(papersToServe(measure))], grave: true }),
  command({
    name: 'recordInterview', of: 'measure', act: 'HandleMeasure', path: step('interview'), when: (measure) => interview(measure) && !measure.held,
    fields: () => [{ kind: 'date', name: 'heldOn' }, { kind: 'line', name: 'present', max: 500 }],
  }),
  command({
    name: 'recordCommitment', of: 'measure', act: 'HandleMeasure', path: step('commitment'), when: (measure) => interview(measure) && measure.held && measure.committed === null,
    fields: () => [{ kind: 'date', name: 'committed' }, papers(['InterviewMinutes', 'Commitment'])],
  }),
  command({ name: 'recordProgress', of: 'measure', act: 'Answer', path: step('progress'), when: keySupervision, fields: () => [{ kind: 'text', name: 'text', max: 4_000 }, evidence] }),
  command({
    name: 'extendPeriod', of: 'measure', act: 'HandleMeasure', path: step('period-extension'),
    when: (measure, asking) => keySupervision(measure) && !measure.extended && clock(measure, 'Period') && mayDecide(measure, asking), fields: () => [reason],
  }),
  command({
    name: 'applyDelisting', of: 'measure', act: 'Answer', path: step('delisting-application'),
    when: (measure) => keySupervision(measure) && !measure.delisted && !anyClock(measure, 'Accept'), fields: () => [{ kind: 'text', name: 'text', max: 4_000 }, evidence],
  }),
  command({
    name: 'decideDelisting', of: 'measure', act: 'HandleMeasure', path: step('delisting-decision'),
    when: (measure, asking) => keySupervision(measure) && anyClock(measure, 'Accept') && mayDecide(measure, asking), fields: () => [{ kind: 'yesNo', name: 'accept', words: 'accept' }, remark],
  }),
  command({ name: 'recordPublication', of: 'measure', act: 'HandleMeasure', path: step('publication'), when: (measure) => exposure(measure) && !measure.published, fields: () => [{ kind: 'links', name: 'links' }], grave: true }),
  command({
    name: 'annotatePublication', of: 'measure', act: 'HandleMeasure', path: step('publication-annotation'), when: (measure) => exposure(measure) && measure.published,
    fields: () => [{ kind: 'text', name: 'result', max: 2_000 }],
  }),
  command({
    name: 'setUpFactFinding', of: 'measure', act: 'HandleMeasure', path: step('fact-finding'), when: (measure) => measure.rung === 'Accountability' && measure.factFinding === null,
    fields: () => [{ kind: 'date', name: 'setUpOn' }, { kind: 'lines', name: 'members' }, documentField, evidence],
  }),
  command({
    name: 'recordAppealStep', of: 'measure', act: 'Appeal', path: step('appeal-step'),
    when: (measure, asking) => accountability(measure) && remedySteps(measure, asking).length > 0,
    fields: (measure, asking) => [{ kind: 'choice', name: 'step', words: 'step', options: remedySteps(measure, asking) }, documentField],
  }),
  command({
    name: 'recordExecution', of: 'measure', act: 'HandleMeasure', path: step('execution'), when: (measure) => accountability(measure) && !measure.executed,
    fields: () => [{ kind: 'text', name: 'remark', max: 2_000 }, documentField],
  }),
]
