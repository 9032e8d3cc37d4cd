import { createRouter, createWebHistory } from 'vue-router'
import { api, loadSession, session, wasSignedIn } from './session'

export const router = createRouter({
  history: createWebHistory(),
  // A page's own query and anchors are its own business; another page begins at its top.
  scrollBehavior: (to, from, saved) => (to.path === from.path ? false : (saved ?? { top: 0 })),
  routes: [
    { path: '/', component: () => import('./start/HomePage.vue'), meta: { open: true } },
    { path: '/sign-in', component: () => import('./start/SignInPage.vue'), meta: { open: true } },
    { path: '/duty', component: () => import('./account/DutyPage.vue') },
    { path: '/account', component: () => import('./account/AccountPage.vue') },
    { path: '/accounts', component: () => import('./account/AccountsPage.vue') },
    { path: '/import', component: () => import('./import/ImportPage.vue') },
    { path: '/county/:code', component: () => import('./board/BoardPage.vue'), props: true },
    { path: '/county/:code/decisions', component: () => import('./decisions/DecisionsPage.vue'), props: true },
    { path: '/county/:code/channels', component: () => import('./channels/ChannelsPage.vue'), props: true },
    { path: '/county/:code/office', component: () => import('./office/OfficePage.vue'), props: true },
    { path: '/county/:code/approvals', component: () => import('./approvals/ApprovalsPage.vue'), props: true },
    { path: '/county/:code/settings', component: () => import('./settings/SettingsPage.vue'), props: true },
    { path: '/unit/:kind/:code/gate', component: () => import('./unit/GatePage.vue'), props: true },
    { path: '/unit/:kind/:code', component: () => import('./unit/UnitPage.vue'), props: true },
    { path: '/region/:code', component: () => import('./region/RegionPage.vue'), props: true },
    { path: '/region/:code(CN|\\d{2}|\\d{4})/map', component: () => import('./maps/MapPage.vue'), props: true },
    { path: '/wall/:kind(county|region)/:code', component: () => import('./wall/WallPage.vue'), props: true },
    { path: '/audit', component: () => import('./audit/AuditPage.vue') },
    { path: '/:rest(.*)', component: () => import('./start/NotFoundPage.vue'), meta: { open: true } },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  try {
    const found = session.value ?? (await loadSession())
    if (!found) return signInFor(to.fullPath)
    // Whoever has to change a password or set up a second factor does that first.
    return found.duty && to.path !== '/duty' ? { path: '/duty', query: { next: to.fullPath } } : true
  } catch {
    // The server is away; the page says so itself, and asks again.
    return true
  }
})

/** Off to the sign-in page, and back here afterwards. */
export function requireSignIn(): void {
  const here = router.currentRoute.value
  if (here.path === '/sign-in' || here.meta.open) return
  session.value = null
  void router.push(signInFor(here.fullPath))
}

export const signInFor = (next: string): { path: string; query: { next: string; expired?: string } } => ({ path: '/sign-in', query: { next, ...(wasSignedIn() ? { expired: '1' } : {}) } })

/** Only paths of this site: an address from elsewhere must not lead away after signing in. */
export function nextAfterSignIn(next: unknown, home: string): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : home
}

api.http.onUnauthorised = requireSignIn
