import { ref, type Ref, shallowRef, type ShallowRef } from 'vue'
import { problemFrom } from '../../client/http'
import type { StoredFile } from '../../client/unit-commands'
import type { Problem } from '../../client/types'
import { api } from '../session'

export interface Upload {
  busy: Ref<boolean>
  problem: ShallowRef<Problem | null>
  /** Null when it did not succeed. */
  upload: (file: File) => Promise<StoredFile | null>
}

export function useUpload(unit: string): Upload {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  return {
    busy,
    problem,
    async upload(file) {
      busy.value = true
      problem.value = null
      try {
        return await api.commands(unit).upload(file)
      } catch (error) {
        problem.value = problemFrom(error)
        return null
      } finally {
        busy.value = false
      }
    },
  }
}
