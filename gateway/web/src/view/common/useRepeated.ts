import { onScopeDispose } from 'vue'

/** Does something now, when the page comes back to somebody or to the network, and while it is seen every so many milliseconds. */
export function useRepeated(act: () => void, every: number): void {
  const again = (): void => {
    if (document.visibilityState === 'visible') act()
  }
  for (const name of ['focus', 'online']) addEventListener(name, again)
  const timer = setInterval(again, every)
  onScopeDispose(() => {
    clearInterval(timer)
    for (const name of ['focus', 'online']) removeEventListener(name, again)
  })
  act()
}
