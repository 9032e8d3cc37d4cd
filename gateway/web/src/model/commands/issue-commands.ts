import type { IssueState, IssueView } from '../../client/types'
import { type Command, command, documentField, evidence, reason, remark, signedPaper } from './command'

const inState = (...states: IssueState[]) => (issue: IssueView): boolean => states.includes(issue.state)
const step = (path: string) => (issue: IssueView): string => `issues/${issue.no}/${path}`
const hasClock = (issue: IssueView, kind: string): boolean => issue.clocks.some((clock) => clock.kind === kind)

const rectifying = inState('Notified', 'Rectifying', 'Returned')
const reported = inState('Reported', 'Filed')

export const ISSUE_COMMANDS: readonly Command<'issue'>[] = [
  command({ name: 'confirmSerious', of: 'issue', act: 'DecideIssue', when: inState('Found'), path: step('confirm'), fields: () => [remark] }),
  command({ name: 'acknowledgeNotice', of: 'issue', act: 'Answer', when: inState('Notified'), path: step('acknowledge'), fields: (_, asking) => [signedPaper(asking)] }),
  command({
    name: 'reportContainment', of: 'issue', act: 'Answer', path: step('containment'),
    when: (issue) => inState('Notified', 'Rectifying')(issue) && hasClock(issue, 'Contain'), fields: () => [{ kind: 'text', name: 'text', max: 2_000 }, evidence],
  }),
  command({
    name: 'submitRectification', of: 'issue', act: 'Answer', when: rectifying, path: step('rectification'),
    fields: (_, asking) => [{ kind: 'text', name: 'text', max: 4_000 }, evidence, signedPaper(asking)],
  }),
  command({ name: 'fileReport', of: 'issue', act: 'CheckIssue', when: inState('Reported'), path: step('filing'), fields: () => [{ ...remark, optional: true }] }),
  command({ name: 'verifyIssue', of: 'issue', act: 'CheckIssue', when: reported, path: step('verification'), fields: () => [remark, evidence] }),
  command({ name: 'returnForRework', of: 'issue', act: 'CheckIssue', when: reported, path: step('rework'), fields: () => [reason] }),
  command({
    name: 'requestExtension', of: 'issue', act: 'Answer', path: step('extension-request'),
    when: (issue) => issue.mostExtensionDays !== null, fields: (issue) => [{ kind: 'number', name: 'days', least: 1, most: issue.mostExtensionDays ?? 1 }, reason],
  }),
  command({
    name: 'decideExtension', of: 'issue', act: 'DecideIssue', path: step('extension'),
    when: (issue) => issue.askedDays !== null, fields: () => [{ kind: 'yesNo', name: 'grant', words: 'grant' }, { ...reason, optional: true }],
  }),
  command({ name: 'passLookBack', of: 'issue', act: 'CheckIssue', when: inState('LookBack'), path: step('look-back-pass'), fields: () => [remark, evidence] }),
  command({ name: 'failLookBack', of: 'issue', act: 'CheckIssue', when: inState('LookBack'), path: step('look-back-fail'), fields: () => [remark, evidence], grave: true }),
  command({
    name: 'transferIssue', of: 'issue', act: 'DecideIssue', when: inState('Found', 'Notified', 'Rectifying', 'Reported', 'Filed', 'Returned'), path: step('transfer'),
    fields: () => [{ kind: 'departments', name: 'departments' }, documentField],
  }),
  command({
    name: 'markHarm', of: 'issue', act: 'DecideIssue', when: () => true, path: step('harm'), grave: true,
    fields: (issue) => [{ kind: 'choice', name: 'mark', words: 'harm', options: ['StudentsHarmed', 'PublicImpact'].filter((mark) => mark !== issue.harm) }, documentField],
  }),
  // What counts as a major violation is listed for training institutions only.
  command({
    name: 'confirmMajor', of: 'issue', act: 'DecideIssue', when: (_, { unit }) => unit.row.kind === 'Institution', path: step('major'), grave: true,
    fields: () => [{ kind: 'departments', name: 'departments' }, documentField],
  }),
  command({ name: 'withdrawIssue', of: 'issue', act: 'DecideIssue', when: () => true, path: step('withdrawal'), fields: () => [reason, documentField], grave: true }),
]

export const REFERRAL_COMMANDS: readonly Command<'referral'>[] = [
  command({
    name: 'answerReferral', of: 'referral', act: 'DecideIssue', when: () => true, path: (referral) => `referrals/${referral.no}/answer`,
    fields: () => [{ kind: 'text', name: 'answer', max: 2_000 }, { kind: 'line', name: 'caseNumber', max: 100, optional: true }, documentField],
  }),
]
