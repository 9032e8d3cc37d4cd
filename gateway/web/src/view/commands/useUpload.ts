import { inject, type InjectionKey, provide, ref, type Ref, shallowRef, type ShallowRef } from 'vue'
import { problemFrom } from '../../client/http/http'
import type { StoredFile } from '../../client/endpoints/unit-commands'
import type { Problem } from '../../client/types'
import { api } from '../../session/session'

export interface Upload {
  busy: Ref<boolean>
  problem: ShallowRef<Problem | null>
  /** Null when it did not succeed. */
  upload: (file: File) => Promise<StoredFile | null>
}

const UNDER_WAY: InjectionKey<Ref<number>> = Symbol('uploads under way')

/** In a form: how many files of its fields are still being uploaded. */
export function provideUploads(): Ref<number> {
  const underWay = ref(0)
  provide(UNDER_WAY, underWay)
  return underWay
}

export function useUpload(unit: string): Upload {
  const underWay = inject(UNDER_WAY, null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  return {
    busy,
    problem,
    async upload(file) {
      busy.value = true
      if (underWay) underWay.value++
      problem.value = null
      try {
        return await api.commands(unit).upload(file)
      } catch (error) {
        problem.value = problemFrom(error)
        return null
      } finally {
        busy.value = false
        if (underWay) underWay.value--
      }
    },
  }
}
