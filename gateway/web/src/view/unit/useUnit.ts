import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import type { Past } from '../../client/api'
import { problemFrom, wasCancelled } from '../../client/http'
import type { Problem, UnitView } from '../../client/types'
import { api } from '../session'

/** Coming back to the window twice within this many milliseconds reads once. */
const PAUSE = 2_000

/** An open page is read again this often, in milliseconds. */
const AGAIN = 15_000

export interface UnitReading {
  unit: ShallowRef<UnitView | null>
  /** Why the last reading failed; what was read before stays. */
  problem: ShallowRef<Problem | null>
  busy: Ref<boolean>
  /** Quietly: without saying that it is busy. */
  reload: (quietly?: boolean) => Promise<void>
}

/** A unit in full, as it is or was; read again now and then, and when its reader comes back to the window or the network returns. */
export function useUnit(key: string, past: () => Past = () => ({})): UnitReading {
  const unit = shallowRef<UnitView | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let call = new AbortController()
  let last = -Infinity

  async function reload(quietly = false): Promise<void> {
    call.abort()
    const mine = (call = new AbortController())
    busy.value = !quietly
    last = performance.now()
    try {
      unit.value = await api.unit(key, mine.signal, past())
      problem.value = null
    } catch (error) {
      if (!wasCancelled(error)) problem.value = problemFrom(error)
    } finally {
      if (call === mine) busy.value = false
    }
  }

  function again(): void {
    if (document.visibilityState === 'visible' && performance.now() - last > PAUSE) void reload(true)
  }

  const timer = setInterval(again, AGAIN)
  addEventListener('focus', again)
  addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  onScopeDispose(() => {
    clearInterval(timer)
    call.abort()
    removeEventListener('focus', again)
    removeEventListener('online', again)
    document.removeEventListener('visibilitychange', again)
  })
  // Another instant is another page: what was shown of this one must not stand under the other's banner.
  watch(past, () => {
    unit.value = null
    problem.value = null
    void reload()
  })
  void reload()
  return { unit, problem, busy, reload }
}
