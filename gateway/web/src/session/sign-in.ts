import { type RouteLocationRaw, type Router, useRouter } from 'vue-router'
import { session, wasSignedIn } from './session'

export const SIGN_IN = '/sign-in'

/** Where somebody changes a password or sets up a second factor before anything else is possible. */
export const DUTY = '/duty'

/** Leads to the sign-in page, which leads back to `next`. */
export const signInFor = (next: string): RouteLocationRaw => ({ path: SIGN_IN, query: { next, ...(wasSignedIn() ? { expired: '1' } : {}) } })

/** Only a path of this site is followed: an address from elsewhere must not lead away after signing in. */
export function nextAfterSignIn(next: unknown, home: string): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith(SIGN_IN) ? next : home
}

/** Leaves the page for the sign-in page, because the session is over. A page that is open to everybody stays. */
export function leaveForSignIn(router: Router): void {
  const here = router.currentRoute.value
  if (here.path === SIGN_IN || here.meta.open) return
  session.value = null
  void router.push(signInFor(here.fullPath))
}

/** Gives a page's live line what to do when the session is over. It is called in the page's setup. */
export function useSignIn(): () => void {
  const router = useRouter()
  return () => leaveForSignIn(router)
}
