import type { Act, CaseDetail, ClockView, IssueView, MeasureView, Role, UnitView } from '../client/types'
import type { Person } from '../model/commands/command'
import { row } from './builders'

export const clock = (part: Partial<ClockView> = {}): ClockView => ({ kind: 'Rectify', due: '2026-04-20', fallsAt: '2026-04-20T16:00:00Z', passed: false, what: { zh: '', en: '' }, whenPassed: { zh: '', en: '' }, clause: null, ...part })

export const issue = (part: Partial<IssueView> = {}): IssueView => ({
  no: 1, category: 'S-EX-01', name: { zh: '考试管理不规范', en: 'exams' }, severity: 'General', origin: 'Visit', state: 'Notified', stateText: { zh: '', en: '' }, cycle: 1, description: '', foundAt: '2026-04-01T02:00:00Z', foundOn: '2026-04-01', foundBy: '',
  since: '2026-04-01T02:00:00Z', tags: 'None', reworks: 0, extensions: 0, askedDays: null, mostExtensionDays: 15, harm: 'None', department: null, topRung: 'None', clocks: [clock()], ...part,
})

export const measure = (part: Partial<MeasureView> = {}): MeasureView => ({
  no: 1, rung: 'Interview', name: { zh: '约谈', en: 'interview' }, rule: 'LR-04', ruleName: null, clause: null, state: 'Proposed', stateText: { zh: '', en: '' }, form: 'None', issues: [1], round: null, proposedAt: '2026-04-01T02:00:00Z',
  proposedBy: 'system', decidedBy: null, servedAt: null, since: '2026-04-01T02:00:00Z', aggravated: null, held: false, committed: null, reports: 0, extended: false, delisted: false, published: false, annotated: false, executed: false,
  remedy: 'None', supersededBy: null, decider: 'CountyDirector', clocks: [], proof: [], factFinding: null, ...part,
})

export const cases = (part: Partial<CaseDetail> = {}): CaseDetail => ({
  colour: 'Green', reasons: [], rung: 'None', issues: [], measures: [], served: [], memory: [], opinionFlag: false, referrals: [], selfChecks: [], plans: [], flagged: [], waiting: [], documents: [], entries: [], departments: [{ name: '市场监管局', isJoint: true }, { name: '公安局', isJoint: true }, { name: '基教科', isJoint: false }], ...part,
})

export const unit = (part: Partial<CaseDetail> = {}, other: Partial<UnitView> = {}): UnitView => ({ now: '2026-04-10T02:00:00Z', row: row(), duties: [], assignments: [], deputies: [], recusals: [], held: [], cases: cases(part), term: null, week: null, ...other })

const DECIDERS: Role[] = ['CountyOffice', 'CountyDirector', 'CommitteeOffice', 'CommitteeDirector']
const COUNTY: Act[] = ['OpenIssue', 'Answer', 'CheckIssue', 'DecideIssue', 'HandleMeasure', 'Appeal', 'HearAppeal', 'AssignInspector', 'DelegateDeputy', 'RecuseInspector', 'AskSelfCheck', 'ApproveLate', 'JudgeVisit', 'NameUnit', 'CountComplaint']
const OTHERS: Partial<Record<Role, Act[]>> = { UnitUser: ['OpenIssue', 'Answer', 'Appeal'], Inspector: ['CheckIssue'], City: ['AssignInspector', 'Appeal', 'HearAppeal'] }

/** Somebody with what the server lets such a role do at a desk. */
export const person = (role: Role): Person => ({ role, may: DECIDERS.includes(role) ? (role === 'CountyOffice' ? COUNTY : [...COUNTY, 'DecideEntry']) : (OTHERS[role] ?? []), deciders: DECIDERS })
