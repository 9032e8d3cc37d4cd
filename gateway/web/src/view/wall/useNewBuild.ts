import { onScopeDispose, ref, type Ref } from 'vue'
import { isNewBuild, loadBuild, ownBuild, servedBuild } from '../../browser/build'

const ASK_EVERY = 30_000
const FIRST = 3_000
/** Nobody pressed or moved anything for so long. */
const IDLE = 20_000

/** Loads the page anew once the server has another build and nobody is at the screen. True while it waits for that. */
export function useNewBuild(): Ref<boolean> {
  const waiting = ref(false)
  let touchedAt = -Infinity
  let timer = setTimeout(ask, FIRST)
  const touched = (): void => void (touchedAt = performance.now())
  const events = ['keydown', 'pointerdown', 'pointermove'] as const
  for (const event of events) addEventListener(event, touched, { passive: true })

  async function ask(): Promise<void> {
    const served = await servedBuild()
    waiting.value = isNewBuild(ownBuild(), served)
    if (waiting.value && served && performance.now() - touchedAt > IDLE) loadBuild(served)
    else timer = setTimeout(ask, waiting.value ? FIRST : ASK_EVERY)
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    for (const event of events) removeEventListener(event, touched)
  })
  return waiting
}
