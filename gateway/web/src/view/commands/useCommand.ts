import { computed, type ComputedRef, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import { problemFrom } from '../../client/http/http'
import { newOperationId } from '../../client/http/operation-id'
import type { PreviewView, Problem } from '../../client/types'
import type { Offer } from '../../model/commands/command'
import { draftsOf } from '../../model/commands/draft'
import { bodyOf, emptyValues, fieldNamed, isBegun, missingIn, type Values } from '../../model/commands/form'
import { api, session } from '../../session/session'

/**
 * `filling` → `shown` (the consequences are on screen) → `sending` → `done`. `unknown`: no answer came, so the same act may
 * only be repeated, under its key, until somebody knows.
 */
export type Stage = 'filling' | 'previewing' | 'shown' | 'sending' | 'unknown' | 'done'

export interface CommandForm {
  values: Ref<Values>
  stage: Ref<Stage>
  preview: ShallowRef<PreviewView | null>
  problem: ShallowRef<Problem | null>
  /** Names of the fields to mend: empty ones, or the one a refusal names. */
  faults: ComputedRef<ReadonlySet<string>>
  locked: ComputedRef<boolean>
  /** What was entered before is here again. */
  restored: Ref<boolean>
  /** Forgets it. */
  startAfresh: () => void
  showConsequences: () => Promise<void>
  confirm: () => Promise<void>
}

export function useCommand(unit: string, offer: Offer): CommandForm {
  const commands = api.commands(unit)
  const drafts = offer.kept ? draftsOf(session.value?.user ?? '', `${unit}/${offer.path}`, localStorage) : null
  const draft = drafts?.read() ?? null
  const values = ref<Values>({ ...emptyValues(offer.fields), ...draft })
  const restored = ref(draft !== null)
  const stage = ref<Stage>('filling')
  const preview = shallowRef<PreviewView | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const missing = ref<string[]>([])
  let key = newOperationId()
  let body: Record<string, unknown> = {}

  const faults = computed<ReadonlySet<string>>(() => {
    const named = fieldNamed(offer.fields, problem.value?.field)
    return new Set([...missing.value, ...(named ? [named] : [])])
  })

  if (drafts) watch(values, (now) => (isBegun(now) ? drafts.write(now) : drafts.drop()), { deep: true })

  function startAfresh(): void {
    values.value = emptyValues(offer.fields)
    drafts?.drop()
    restored.value = false
  }

  /** Another content is another act: what was shown of the first one no longer holds. */
  watch(
    values,
    () => {
      if (stage.value !== 'shown' && stage.value !== 'filling') return
      stage.value = 'filling'
      preview.value = null
      missing.value = missing.value.filter((name) => missingIn(offer.fields, values.value).includes(name))
    },
    { deep: true },
  )

  async function showConsequences(): Promise<void> {
    missing.value = missingIn(offer.fields, values.value)
    problem.value = null
    if (missing.value.length > 0) return
    stage.value = 'previewing'
    try {
      body = bodyOf(offer, values.value)
      preview.value = await commands.preview(offer.path, body)
      stage.value = 'shown'
    } catch (error) {
      problem.value = problemFrom(error)
      stage.value = 'filling'
    }
  }

  async function confirm(): Promise<void> {
    stage.value = 'sending'
    problem.value = null
    try {
      await commands.send(offer.path, body, key)
      drafts?.drop()
      stage.value = 'done'
    } catch (error) {
      problem.value = problemFrom(error)
      if (problem.value.retryable) {
        stage.value = 'unknown'
        return
      }
      // A refusal is the answer to this key for ever; what comes next is asked under another.
      key = newOperationId()
      preview.value = null
      stage.value = 'filling'
    }
  }

  const locked = computed(() => stage.value !== 'filling' && stage.value !== 'shown')
  return { values, stage, preview, problem, faults, locked, restored, startAfresh, showConsequences, confirm }
}
