import type { Place } from '../model/draft'

/** Whether the browser may throw away what is kept on this phone. */
export interface Keeping {
  /** It promised not to. */
  lasting: boolean
  /** Safari deletes a site's storage after seven days without a visit, unless it is on the home screen. */
  sevenDays: boolean
  usedMegabytes: number | null
  /** Less than a fifth is left. */
  nearlyFull: boolean
  /** It opens without signal: the browser took the worker that does it. Knowing workers is not enough, they may be forbidden. */
  offlineReady: boolean
}

const MEGABYTE = 1_048_576

/** Whether the browser took the worker. */
let worker: Promise<boolean> = Promise.resolve(false)

export async function keeping(): Promise<Keeping> {
  // eslint-disable-next-line compat/compat -- asked for first
  const storage = 'storage' in navigator ? navigator.storage : undefined
  const lasting = ((await storage?.persisted?.().catch(() => false)) || (await storage?.persist?.().catch(() => false))) ?? false
  const estimate = await storage?.estimate?.().catch(() => undefined)
  const { usage, quota } = estimate ?? {}
  return {
    lasting,
    sevenDays: isApple() && !matchMedia('(display-mode: standalone)').matches,
    usedMegabytes: usage === undefined ? null : Math.round((usage / MEGABYTE) * 10) / 10,
    nearlyFull: usage !== undefined && quota !== undefined && quota > 0 && usage / quota > 0.8,
    offlineReady: await worker,
  }
}

/** iPadOS calls itself a Mac. */
const isApple = (): boolean => /iPad|iPhone|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)

/** Null when it was refused or can't be found out. */
export function whereAmI(): Promise<Place | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude, accuracyMetres: Math.min(100_000, Math.max(0, coords.accuracy)), mocked: false }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    ),
  )
}

/** To be called first. Calls back when a newer build waits, with what lets it take over. */
export function registerWorker(onNewer: (takeOver: () => void) => void): void {
  worker = register(onNewer).catch(() => false) // refused: drafts are kept all the same, the page only doesn't open without signal
}

async function register(onNewer: (takeOver: () => void) => void): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  // Those who forbid workers may put a function in the place that registers nothing.
  const registration = (await navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' })) as ServiceWorkerRegistration | undefined
  if (!registration) return false
  const offer = (): void => {
    const waiting = registration.waiting
    if (waiting && navigator.serviceWorker.controller) onNewer(() => waiting.postMessage({ type: 'TAKE_OVER' }))
  }
  offer()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer))
  const controlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => controlled && location.reload())
  return true
}

/** The number on the app's icon, where there is one. */
export function badge(count: number): void {
  const app = navigator as Navigator & { setAppBadge?: (n: number) => Promise<void>; clearAppBadge?: () => Promise<void> }
  void (count > 0 ? app.setAppBadge?.(count) : app.clearAppBadge?.())?.catch(() => undefined)
}
