import type { ApprovalState, ApprovalView } from '../../client/county/approvals'
import type { Act } from '../../client/types'
import type { StatusLook } from '../looks/status'

/** Rows of a list that one person may take out alone. */
export const FREE_ROWS = 500

/** Characters of a reason or a remark. */
export const MAX_WORDS = 500

export const ISSUE_FILES = ['issues.xlsx', 'issues.docx'] as const
export type IssueFile = (typeof ISSUE_FILES)[number]

export interface Subject { file: string; conditions: readonly (readonly [name: string, value: string])[] }

export interface Me { user: string; may: readonly Act[] }

/** Whether somebody may decide a request, and else why not. */
export type Standing = 'may' | 'own' | 'role' | 'committee' | 'over'

export const APPROVAL_LOOK: Record<ApprovalState, StatusLook> = {
  Asked: { shape: 'triangle', tone: 'warn' },
  Given: { shape: 'check', tone: 'good' },
  Refused: { shape: 'square', tone: 'bad' },
  Used: { shape: 'late', tone: 'none' },
  Expired: { shape: 'dash', tone: 'none' },
}

/** What is asked for, as the server compares it: the conditions in one order. */
export function subjectOf(file: IssueFile, conditions: Record<string, string>): string {
  const given = Object.entries(conditions).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1))
  return given.length === 0 ? file : `${file}?${given.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`
}

export function partsOf(subject: string): Subject {
  const [file = '', query = ''] = subject.split('?', 2)
  return { file, conditions: [...new URLSearchParams(query)] }
}

export function sameSubject(one: string, other: string): boolean {
  const [a, b] = [one, other].map(partsOf).map(({ file, conditions }) => [file, ...conditions.map((pair) => pair.join('=')).sort()].join('&'))
  return a === b
}

export function standingOf(entry: ApprovalView, me: Me): Standing {
  if (entry.state !== 'Asked') return 'over'
  if (entry.by === me.user) return 'own'
  if (!me.may.includes('DecideApproval')) return 'role'
  return entry.kind === 'SealedIdentity' && !me.may.includes('ApproveIdentity') ? 'committee' : 'may'
}

export const waitingFor = (entries: readonly ApprovalView[], me: Me): ApprovalView[] => entries.filter((entry) => standingOf(entry, me) === 'may')

/** The last request of this person for exactly this. */
export const lastOf = (entries: readonly ApprovalView[], subject: string, user: string): ApprovalView | null =>
  entries.find((entry) => entry.kind === 'BulkExport' && entry.by === user && sameSubject(entry.subject, subject)) ?? null
