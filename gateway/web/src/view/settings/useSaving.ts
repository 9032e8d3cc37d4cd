import { type Ref, ref, shallowRef, type ShallowRef } from 'vue'
import { problemFrom } from '../../client/http/http'
import type { Problem } from '../../client/types'

/** One act at a time, with what went wrong with it. */
export function useSaving(): { saving: Ref<boolean>; problem: ShallowRef<Problem | null>; act: (what: () => Promise<void>) => Promise<void> } {
  const saving = ref(false)
  const problem = shallowRef<Problem | null>(null)

  async function act(what: () => Promise<void>): Promise<void> {
    saving.value = true
    problem.value = null
    try {
      await what()
    } catch (error) {
      problem.value = problemFrom(error)
    } finally {
      saving.value = false
    }
  }

  return { saving, problem, act }
}

/** Codes as people type them: with spaces, commas or 、 between. */
export const codesIn = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean)
