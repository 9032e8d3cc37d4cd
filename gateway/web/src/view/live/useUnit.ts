import { computed, type ComputedRef, onScopeDispose, shallowRef, watch } from 'vue'
import type { Past } from '../../client/endpoints/api'
import type { Link } from '../../client/live/link'
import { HubUnitConnection } from '../../client/live/hub-unit-connection'
import type { Problem, UnitView } from '../../client/types'
import { LiveUnit, type LiveUnitState } from '../../model/unit/live-unit'
import { api } from '../../session/session'
import { useSignIn } from '../../session/sign-in'

/** While the line is down an open page is read this often, in milliseconds. */
const WITHOUT_LINE = 15_000

export interface UnitReading {
  unit: ComputedRef<UnitView | null>
  problem: ComputedRef<Problem | null>
  busy: ComputedRef<boolean>
  link: ComputedRef<Link>
  reload: () => Promise<void>
}

/** A unit in full, as it is or was; read again whenever it changes. */
export function useUnit(key: string, past: () => Past = () => ({})): UnitReading {
  const state = shallowRef<LiveUnitState>({ unit: null, link: 'connecting', problem: null, busy: true })
  const live = new LiveUnit({
    unit: key,
    connection: new HubUnitConnection(),
    read: (signal, wanted) => api.unit(key, signal, wanted),
    past,
    watched: () => document.visibilityState === 'visible',
    onChange: (next) => (state.value = next),
    onUnauthorised: useSignIn(),
  })
  const wake = (): void => live.wake()

  live.start()
  const timer = setInterval(wake, WITHOUT_LINE)
  addEventListener('focus', wake)
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  onScopeDispose(() => {
    clearInterval(timer)
    removeEventListener('focus', wake)
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
    live.stop()
  })
  watch(past, () => live.turn())
  return {
    unit: computed(() => state.value.unit),
    problem: computed(() => state.value.problem),
    busy: computed(() => state.value.busy),
    link: computed(() => state.value.link),
    reload: () => live.reload(),
  }
}
