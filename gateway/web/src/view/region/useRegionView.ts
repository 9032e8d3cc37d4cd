import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { type Metric, METRICS } from '../../model/region/figures'

export type Shown = 'tiles' | 'map' | 'table'
export const MOST_COMPARED = 4

export interface RegionView {
  metric: WritableComputedRef<Metric>
  shown: WritableComputedRef<Shown>
  /** Codes of areas to compare, at most four. */
  compared: WritableComputedRef<string[]>
}

/** What a person chose on a region's board; it lives in the address. */
export function useRegionView(): RegionView {
  const route = useRoute()
  const router = useRouter()

  const text = (name: string): string => (typeof route.query[name] === 'string' ? route.query[name] : '')
  function set(name: string, value: string): void {
    const { [name]: _, ...others } = route.query
    void router.replace({ query: value ? { ...others, [name]: value } : others })
  }

  return {
    metric: computed({
      get: () => METRICS.find((metric) => metric === text('metric')) ?? 'coverage',
      set: (metric) => set('metric', metric === 'coverage' ? '' : metric),
    }),
    shown: computed({
      get: () => (['map', 'table'] as const).find((shown) => shown === text('view')) ?? 'tiles',
      set: (shown) => set('view', shown === 'tiles' ? '' : shown),
    }),
    compared: computed({
      get: () => text('compare').split(',').filter(Boolean).slice(0, MOST_COMPARED),
      set: (codes) => set('compare', codes.slice(0, MOST_COMPARED).join(',')),
    }),
  }
}
