import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { problemFrom } from '../../client/http/http'
import type { Problem } from '../../client/types'
import { wasDismissed } from '../../client/account/webauthn'

export interface Acts {
  busy: Ref<boolean>
  problem: ShallowRef<Problem | null>
  /** One act at a time; false when it failed, and `problem` says why. */
  attempt: (act: () => Promise<unknown>) => Promise<boolean>
}

export function useAct(): Acts {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = null
    try {
      await act()
      return true
    } catch (error) {
      // Closing the browser's own dialog is an answer, not a fault.
      if (!wasDismissed(error)) problem.value = problemFrom(error)
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, attempt }
}
