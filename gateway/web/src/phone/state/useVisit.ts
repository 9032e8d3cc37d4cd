import { computed, inject, onBeforeUnmount, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { CategoryView, ChecklistForm, FormItem } from '../../client/field-types'
import { newOperationId } from '../../client/http/operation-id'
import { draft as storedDraft, handIn as moveToOutbox, saveDraft, Superseded } from '../client/store'
import { iso } from '../model/clock'
import { photosOf, withIssues, type Draft } from '../model/draft'
import { bodyOf, gapsOf, itemsOf, type Gap } from '../model/hand-in'
import type { OutboxItem } from '../model/outbox'
import { catalogue, changed, moment, now, packet, person, send, unitOf } from './state'

export type Saving = 'saved' | 'saving' | 'failed' | 'superseded' | 'gone'

/** The visit on the page: what is typed is on the phone's storage a moment later. */
export interface Visit {
  draft: Ref<Draft | null>
  form: ComputedRef<ChecklistForm | null>
  items: ComputedRef<FormItem[]>
  categories: ComputedRef<CategoryView[]>
  gaps: ComputedRef<Gap[]>
  saving: Ref<Saving>
  /** How many choices of photographs are still being worked on; nothing is handed in before. */
  making: Ref<number>
  save: () => Promise<void>
  /** Moves it to the outbox; false when it may not be handed in yet. */
  handIn: () => Promise<boolean>
}

const KEY: InjectionKey<Visit> = Symbol('visit')

export function provideVisit(id: string): Visit {
  const draft = ref<Draft | null>(null)
  const saving = shallowRef<Saving>('saved')
  const making = ref(0)
  const form = computed(() => catalogue.value?.forms.find((one) => one.id === draft.value?.form) ?? null)
  const items = computed(() => (draft.value && form.value ? itemsOf(draft.value, form.value) : []))
  const categories = computed(() => catalogue.value?.categories ?? [])
  const gaps = computed(() => (draft.value && form.value ? gapsOf(draft.value, form.value, moment.value) : []))
  // Outside the draft: counting up what is watched would save for ever.
  let revision = 0
  let loaded = false
  let writing: Promise<void> | null = null
  let waiting = false

  function take(stored: Draft): void {
    revision = stored.revision
    loaded = false
    draft.value = withIssues(stored, unitOf(stored.unit.key)?.issues ?? [])
    loaded = true
  }

  /** What another account left on this phone is not shown. */
  async function mine(): Promise<Draft | null> {
    const stored = await storedDraft(id)
    return stored?.owner === person.value?.user ? stored : null
  }

  async function open(): Promise<void> {
    const stored = await mine()
    if (stored) take(stored)
    else saving.value = 'gone'
  }

  function save(): Promise<void> {
    waiting = true
    writing ??= write().finally(() => (writing = null))
    return writing
  }

  async function write(): Promise<void> {
    while (waiting && draft.value) {
      waiting = false
      saving.value = 'saving'
      try {
        revision = (await saveDraft({ ...draft.value, revision }, iso(now()))).revision
        saving.value = 'saved'
      } catch (error) {
        if (!(error instanceof Superseded)) saving.value = 'failed'
        else if (error.stored) {
          take(error.stored)
          saving.value = 'superseded'
        } else {
          draft.value = null
          saving.value = 'gone'
        }
      }
    }
  }

  async function handIn(): Promise<boolean> {
    await save()
    const done = draft.value
    if (!done || !form.value || making.value > 0 || saving.value !== 'saved' || gapsOf(done, form.value, now()).length > 0) return false
    const item: OutboxItem = {
      id: newOperationId(now()),
      owner: done.owner,
      visit: done.id,
      unit: done.unit.key,
      unitName: done.unit.name,
      body: JSON.stringify(bodyOf(done, form.value, now())),
      photos: photosOf(done),
      handedInAt: iso(now()),
      state: 'waiting',
      attempts: 0,
      trouble: null,
      receipt: null,
      returned: null,
      draft: { ...done, revision },
    }
    try {
      if (!(await moveToOutbox(item))) {
        ;[draft.value, saving.value] = [null, 'gone'] // handed in from another tab
        return false
      }
    } catch {
      saving.value = 'failed' // and what is typed goes on being saved
      return false
    }
    stop()
    await changed()
    void send()
    return true
  }

  const stop = watch(draft, () => loaded && void save(), { deep: true, flush: 'sync' })
  // A sync in between may know of more open issues.
  watch(packet, () => {
    const known = draft.value && unitOf(draft.value.unit.key)
    if (!draft.value || !known) return
    const next = withIssues(draft.value, known.issues)
    if (next !== draft.value) draft.value.issues = next.issues
  })
  const returning = (): void => {
    if (document.visibilityState === 'hidden') return
    void mine().then((stored) => stored && stored.revision > revision && !writing && take(stored))
  }
  document.addEventListener('visibilitychange', returning)
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', returning)
    if (writing) void writing.then(changed)
    else void changed()
  })
  void open()

  const visit: Visit = { draft, form, items, categories, gaps, saving, making, save, handIn }
  provide(KEY, visit)
  return visit
}

/** Inside a visit's page, once its draft is there. */
export function useVisit(): Visit & { draft: Ref<Draft> } {
  const visit = inject(KEY)
  if (!visit?.draft.value) throw new Error('No visit is open here.')
  return visit as Visit & { draft: Ref<Draft> }
}
