import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import { problemFrom, wasCancelled } from '../../client/http/http'
import type { SeriesView } from '../../client/endpoints/region-types'
import type { Problem } from '../../client/types'
import { api } from '../../session/session'

/** Months change slowly; a late visit shows within this many milliseconds. */
const REFRESH = 60_000

export interface SeriesLoading {
  views: ShallowRef<readonly SeriesView[]>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  reload: () => void
}

/** The months of some boards, the first always there; what was read stays while the server is away. */
export function useSeries(scopes: () => readonly string[]): SeriesLoading {
  const views = shallowRef<readonly SeriesView[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(true)
  let running: AbortController | null = null

  async function load(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      views.value = await Promise.all(scopes().map((scope) => api.series(scope, mine.signal)))
      problem.value = null
    } catch (error) {
      if (wasCancelled(error)) return
      problem.value = problemFrom(error)
    }
    loading.value = false
  }

  watch(() => scopes().join(), () => void load(), { immediate: true })
  const timer = setInterval(() => void load(), REFRESH)
  onScopeDispose(() => {
    clearInterval(timer)
    running?.abort()
  })
  return { views, problem, loading, reload: () => void load() }
}
