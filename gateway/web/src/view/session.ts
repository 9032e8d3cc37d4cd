import { shallowRef } from 'vue'
import { SupervisionApi } from '../client/api'
import { ApiError } from '../client/http'
import type { SessionView, StartView } from '../client/types'

export const api = new SupervisionApi()

/** Who is signed in; null when nobody is, or it isn't known yet. */
export const session = shallowRef<SessionView | null>(null)

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

export async function signIn(userName: string, password: string): Promise<SessionView | null> {
  await api.signIn(userName, password)
  return loadSession()
}

export async function signOut(): Promise<void> {
  await api.signOut()
  keep(null)
}

function keep(found: SessionView | null): SessionView | null {
  session.value = found
  api.http.antiforgery = found?.antiforgery ?? null
  return found
}
