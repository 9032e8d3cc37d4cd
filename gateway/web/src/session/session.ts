import { shallowRef } from 'vue'
import { AccountApi, type SignInProof } from '../client/account/account-api'
import { SupervisionApi } from '../client/endpoints/api'
import { ApiError } from '../client/http/http'
import type { Act, SessionView, StartView } from '../client/types'

export const api = new SupervisionApi()
export const accounts = new AccountApi(api.http)

/** Milliseconds since keys or pointer were last used, after which nobody is there. */
const GONE_AFTER = 2 * 60_000
/** Milliseconds; somebody at work on a page that asks for nothing must not be signed out for being idle. */
const AT_WORK_EVERY = 5 * 60_000

/** Who is signed in; null when nobody is, or it isn't known yet. */
export const session = shallowRef<SessionView | null>(null)

/** Whether pages offer any of these to whoever is signed in; the server decides for itself. */
export const may = (...acts: Act[]): boolean => acts.some((act) => session.value?.may.includes(act) ?? false)

/** What kind of installation this is; null until the server said. */
export const site = shallowRef<StartView | null>(null)

export async function loadSite(): Promise<StartView> {
  site.value = await api.start()
  return site.value
}

/** The session the cookie stands for; null when there is none. */
export async function loadSession(): Promise<SessionView | null> {
  try {
    return keep(await api.session())
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 401) return keep(null)
    throw error
  }
}

/** @param proof the second factor, when the account has one */
export async function signIn(userName: string, password: string, proof: SignInProof = {}): Promise<SessionView | null> {
  await accounts.signIn(userName, password, proof)
  return loadSession()
}

/** While keys and pointer are used the server hears now and then that somebody is there; of everything else, that nobody is. */
export function keepWhileAtWork(): void {
  let seen = performance.now()
  let told = seen
  api.http.isAttended = () => performance.now() - seen < GONE_AFTER
  const sign = (): void => {
    seen = performance.now()
    if (!session.value || seen - told < AT_WORK_EVERY) return
    told = seen
    api.session().catch(() => undefined)
  }
  for (const name of ['pointerdown', 'keydown']) addEventListener(name, sign, { passive: true })
}

/** @throws ApiError and nobody is signed out */
export async function signOut(): Promise<void> {
  try {
    await api.signOut()
  } catch (error) {
    const problem = error instanceof ApiError ? error.problem : null
    // Another tab signed in meanwhile: the token is of the session before.
    if (problem?.status === 400 && (await loadSession())) await api.signOut()
    else if (problem?.status !== 400 && problem?.status !== 401) throw error
  }
  sessionStorage.removeItem(SIGNED_IN)
  keep(null)
}

const SIGNED_IN = 'supervision.signed-in'

/** Whether somebody was signed in on this tab and did not sign out: then a missing session has expired. */
export const wasSignedIn = (): boolean => sessionStorage.getItem(SIGNED_IN) !== null

function keep(found: SessionView | null): SessionView | null {
  session.value = found
  if (found) sessionStorage.setItem(SIGNED_IN, '1')
  api.http.antiforgery = found?.antiforgery ?? null
  return found
}
