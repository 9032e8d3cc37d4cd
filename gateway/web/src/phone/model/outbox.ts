import type { Problem, Text } from '../../client/types'
import type { Draft, Returned } from './draft'

export type OutboxState = 'waiting' | 'sending' | 'delivered' | 'refused'

/** What the server said when it had taken a visit. */
export interface Receipt { subject: string; version: number; held: boolean; counts: string | null; notCounted: string | null; at: string }

/** A visit handed in. Operation id and body never change: sent again they give the same answer. */
export interface OutboxItem {
  /** The operation id. */
  id: string
  owner: string
  /** The draft it was; its photographs are kept under it. */
  visit: string
  unit: string
  unitName: string
  body: string
  photos: string[]
  handedInAt: string
  state: OutboxState
  attempts: number
  /** Why the last attempt failed, while it is to be repeated. */
  trouble: string | null
  receipt: Receipt | null
  returned: Returned | null
  /** What it was made of, to be mended when it comes back; null once it is delivered. */
  draft: Draft | null
}

export interface Reply { subject: string; version: number; visit: { held: boolean; counts: string | null; notCounted: string | null } | null }

/** What an answer means for the one who sent. */
export type Verdict =
  | { kind: 'delivered'; reply: Reply }
  | { kind: 'refused'; problem: Problem }
  /** Nobody is signed in, or somebody else: everything is kept and nothing more is sent. */
  | { kind: 'signIn' }
  /** The page's token is of an earlier session: ask for it again and repeat. */
  | { kind: 'newToken' }
  | { kind: 'later'; trouble: string }

const AGAIN = [408, 425, 429]
const ANTIFORGERY = 'X-CSRF-Token'
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 300_000

/**
 * Only what is plainly the server's own answer counts. A hotel's sign-in page answers 200, a proxy 404: neither delivers nor refuses.
 * @param body parsed JSON, or null when it was none
 */
export function verdictOf(status: number, body: unknown): Verdict {
  if (status >= 200 && status < 300) return isReply(body) ? { kind: 'delivered', reply: body } : { kind: 'later', trouble: 'not-ours' }
  if (status === 401) return { kind: 'signIn' }
  if (!isProblem(body) || body.retryable || status >= 500 || AGAIN.includes(status)) return { kind: 'later', trouble: isProblem(body) ? body.code : `http-${status}` }
  if (body.code === 'request-malformed' && body.field === ANTIFORGERY) return { kind: 'newToken' }
  return { kind: 'refused', problem: { ...body, status } }
}

/** Milliseconds until everything is tried again: doubling to five minutes, with half of it at random. It never gives up. */
export function waitBefore(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 12))
  return longest * (0.5 + random() / 2)
}

/** Those of one account that still have to go, in the order they were handed in. A tab that was killed while sending left them so. */
export const toSend = (items: readonly OutboxItem[], owner: string): OutboxItem[] =>
  items.filter((item) => item.owner === owner && (item.state === 'waiting' || item.state === 'sending')).sort(byAge)

export const unsent = (items: readonly OutboxItem[]): OutboxItem[] => items.filter((item) => item.state !== 'delivered')

/** Newest first. */
export const newestFirst = (items: readonly OutboxItem[]): OutboxItem[] => [...items].sort((left, right) => byAge(right, left))

export function delivered(item: OutboxItem, reply: Reply, at: string): OutboxItem {
  const { held = false, counts = null, notCounted = null } = reply.visit ?? {}
  return { ...item, state: 'delivered', trouble: null, draft: null, receipt: { subject: reply.subject, version: reply.version, held, counts, notCounted, at } }
}

export function refused(item: OutboxItem, problem: Problem, at: string): OutboxItem {
  const returned: Returned = { at, code: problem.code, message: messageOf(problem), accepted: problem.accepted ?? null, field: problem.field ?? null, opId: item.id }
  return { ...item, state: 'refused', trouble: null, returned }
}

/** As printed on a receipt: the last digits tell apart what was made in the same minute. */
export const shortId = (id: string): string => id.slice(-8)

const byAge = (left: OutboxItem, right: OutboxItem): number => left.handedInAt.localeCompare(right.handedInAt) || left.id.localeCompare(right.id)

function messageOf(problem: Problem): Text | null {
  if (problem.message) return problem.message
  return problem.detail ? { zh: problem.detail, en: problem.title ?? problem.detail } : null
}

function isReply(body: unknown): body is Reply {
  const reply = body as Partial<Reply> | null
  return typeof reply === 'object' && reply !== null && typeof reply.subject === 'string' && typeof reply.version === 'number'
}

function isProblem(body: unknown): body is Problem {
  const problem = body as Partial<Problem> | null
  return typeof problem === 'object' && problem !== null && typeof problem.code === 'string' && typeof problem.retryable === 'boolean'
}
