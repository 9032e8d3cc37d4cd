import type { Problem, SessionView } from '../../client/types'
import { ask, Unreachable } from './wire'

/** Who works with this phone; kept so that it opens without signal. */
export interface Person { user: string; displayName: string; inspector: string }

export type SignInOutcome =
  | { kind: 'signedIn'; person: Person }
  | { kind: 'changePassword' }
  | { kind: 'otherDuty' }
  | { kind: 'codeNeeded'; problem: Problem }
  | { kind: 'notInspector' }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'offline' }

export interface PasswordRules { leastPassword: number; kindsInPassword: number }

export type Presence = { kind: 'present'; person: Person; token: string } | { kind: 'nobody' } | { kind: 'notInspector' } | { kind: 'offline' }

const CODE_NEEDED = 'second-factor-needed'

/** @param code of the authenticator app, when the server asked for it */
export async function signIn(userName: string, password: string, code: string | null): Promise<SignInOutcome> {
  try {
    const answer = await ask('POST', '/api/v1/session', { json: JSON.stringify({ userName, password, ...(code ? { code } : {}) }) })
    if (isSession(answer.body)) return outcomeOf(answer.body)
    const problem = answer.body as Problem | null
    if (!problem || typeof problem.code !== 'string') return { kind: 'offline' }
    return problem.code === CODE_NEEDED ? { kind: 'codeNeeded', problem } : { kind: 'refused', problem }
  } catch (error) {
    return offline(error)
  }
}

/** A new person's first duty. The session that signing in began goes on under the new password. */
export async function changePassword(current: string, next: string): Promise<SignInOutcome> {
  try {
    const session = await ask('GET', '/api/v1/session')
    if (!isSession(session.body)) return { kind: 'offline' }
    const answer = await ask('POST', '/api/v1/account/password', { json: JSON.stringify({ current, password: next }), headers: { 'X-CSRF-Token': session.body.antiforgery ?? '' } })
    if (answer.status >= 200 && answer.status < 300) {
      const renewed = await ask('GET', '/api/v1/session')
      return isSession(renewed.body) ? outcomeOf(renewed.body) : { kind: 'offline' }
    }
    const problem = answer.body as Problem | null
    return problem && typeof problem.code === 'string' ? { kind: 'refused', problem } : { kind: 'offline' }
  } catch (error) {
    return offline(error)
  }
}

/** What a password must be; null when it isn't known. */
export async function passwordRules(): Promise<PasswordRules | null> {
  try {
    const rules = (await ask('GET', '/api/v1/session/methods')).body as Partial<PasswordRules> | null
    return typeof rules?.leastPassword === 'number' && typeof rules.kindsInPassword === 'number' ? { leastPassword: rules.leastPassword, kindsInPassword: rules.kindsInPassword } : null
  } catch (error) {
    offline(error)
    return null
  }
}

function outcomeOf(session: SessionView): SignInOutcome {
  if (session.duty === 'ChangePassword') return { kind: 'changePassword' }
  if (session.duty) return { kind: 'otherDuty' }
  const person = personOf(session)
  return person ? { kind: 'signedIn', person } : { kind: 'notInspector' }
}

/** Who the cookie stands for now: another tab may have signed somebody else in. */
export async function present(): Promise<Presence> {
  try {
    const answer = await ask('GET', '/api/v1/session')
    if (answer.status === 401) return { kind: 'nobody' }
    if (!isSession(answer.body)) return { kind: 'offline' }
    const person = personOf(answer.body)
    return person ? { kind: 'present', person, token: answer.body.antiforgery ?? '' } : { kind: 'notInspector' }
  } catch (error) {
    return offline(error)
  }
}

/** Ends that person's session, and nobody else's. False while the server may still have one of theirs. */
export async function signOut(user: string): Promise<boolean> {
  try {
    const who = await present()
    if (who.kind === 'offline') return false
    if (who.kind !== 'present' || who.person.user !== user) return true
    const { status } = await ask('DELETE', '/api/v1/session', { headers: { 'X-CSRF-Token': who.token } })
    return (status >= 200 && status < 300) || status === 401
  } catch (error) {
    offline(error)
    return false
  }
}

function personOf(session: SessionView): Person | null {
  const scope = session.scopes.find((name) => name.startsWith('inspector/'))
  return scope ? { user: session.user, displayName: session.displayName, inspector: scope.slice('inspector/'.length) } : null
}

function isSession(body: unknown): body is SessionView {
  const session = body as Partial<SessionView> | null
  return typeof session === 'object' && session !== null && typeof session.user === 'string' && Array.isArray(session.scopes)
}

function offline(error: unknown): { kind: 'offline' } {
  if (error instanceof Unreachable) return { kind: 'offline' }
  throw error
}
