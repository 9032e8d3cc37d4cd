import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef } from 'vue'
import { problemFrom, wasCancelled } from '../../client/http'
import type { Problem, UnitView } from '../../client/types'
import { api, loadSite, site } from '../session'

/** Coming back to the window twice within this many milliseconds reads once. */
const PAUSE = 2_000

export interface UnitReading {
  unit: ShallowRef<UnitView | null>
  /** The server's present when it was read. */
  readAt: Ref<string | null>
  /** Why the last reading failed; what was read before stays. */
  problem: ShallowRef<Problem | null>
  busy: Ref<boolean>
  reload: () => Promise<void>
}

/** A unit in full, read again when its reader comes back to the window or the network returns. */
export function useUnit(key: string): UnitReading {
  const unit = shallowRef<UnitView | null>(null)
  const readAt = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const call = new AbortController()
  let last = -Infinity

  async function reload(): Promise<void> {
    if (busy.value) return
    busy.value = true
    last = performance.now()
    try {
      const [found, now] = await Promise.all([api.unit(key, call.signal), presentTime()])
      unit.value = found
      readAt.value = now
      problem.value = null
    } catch (error) {
      if (!wasCancelled(error)) problem.value = problemFrom(error)
    } finally {
      busy.value = false
    }
  }

  function again(): void {
    if (document.visibilityState === 'visible' && performance.now() - last > PAUSE) void reload()
  }

  addEventListener('focus', again)
  addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  onScopeDispose(() => {
    call.abort()
    removeEventListener('focus', again)
    removeEventListener('online', again)
    document.removeEventListener('visibilitychange', again)
  })
  void reload()
  return { unit, readAt, problem, busy, reload }
}

/** A sandbox has a clock of its own. */
async function presentTime(): Promise<string> {
  try {
    if ((site.value ?? (await loadSite())).sandbox) return (await api.sandboxClock()).now
  } catch {
    // Ages are counted in days; the desk's own clock will do.
  }
  return new Date().toISOString()
}
