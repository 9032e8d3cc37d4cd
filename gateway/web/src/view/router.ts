import { createRouter, createWebHistory } from 'vue-router'
import { api, loadSession, session } from '../session/session'
import { DUTY, leaveForSignIn, SIGN_IN, signInFor } from '../session/sign-in'

export const router = createRouter({
  history: createWebHistory(),
  // A page's own query and anchors are its own business; another page begins at its top.
  scrollBehavior: (to, from, saved) => (to.path === from.path ? false : (saved ?? { top: 0 })),
  routes: [
    { path: '/', component: () => import('./start/HomePage.vue'), meta: { open: true } },
    { path: SIGN_IN, component: () => import('./start/SignInPage.vue'), meta: { open: true } },
    { path: DUTY, component: () => import('./account/DutyPage.vue') },
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
    return found.duty && to.path !== DUTY ? { path: DUTY, query: { next: to.fullPath } } : true
  } catch {
    // The server is away; the page says so itself, and asks again.
    return true
  }
})

api.http.onUnauthorised = () => leaveForSignIn(router)
