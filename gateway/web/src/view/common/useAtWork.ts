import { onScopeDispose } from 'vue'

/** Somebody is at work who touched keys or pointer within this time, in milliseconds. */
const AT_WORK = 120_000

/**
 * Does something now, when the page comes back to somebody, and while somebody is at work every so many milliseconds. A page
 * that is only left open asks for nothing, so that its session may end.
 */
export function useAtWork(act: () => void, every: number): void {
  let sign = performance.now()
  const signed = (): void => void (sign = performance.now())
  const again = (): void => {
    if (document.visibilityState !== 'visible') return
    signed()
    act()
  }
  for (const name of ['pointerdown', 'keydown']) addEventListener(name, signed, { passive: true })
  for (const name of ['focus', 'online']) addEventListener(name, again)
  const timer = setInterval(() => document.visibilityState === 'visible' && performance.now() - sign < AT_WORK && act(), every)
  onScopeDispose(() => {
    clearInterval(timer)
    for (const name of ['pointerdown', 'keydown']) removeEventListener(name, signed)
    for (const name of ['focus', 'online']) removeEventListener(name, again)
  })
  act()
}
