import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import { problemFrom, wasCancelled } from '../../client/http/http'
import { newOperationId } from '../../client/http/operation-id'
import { importRoster, rejectedRows } from '../../client/endpoints/roster-import'
import type { ImportProgress, ImportReport, Problem } from '../../client/types'
import { api } from '../../session/session'

/** `choosing` files, `checking` them dry, `checked` with a report, `importing`, `imported` with a report. */
export type ImportPhase = 'choosing' | 'checking' | 'checked' | 'importing' | 'imported'

export interface RosterImport {
  phase: Ref<ImportPhase>
  files: ShallowRef<File[]>
  progress: ShallowRef<ImportProgress | null>
  report: ShallowRef<ImportReport | null>
  problem: ShallowRef<Problem | null>
  cancelled: Ref<boolean>
  /** What the person agreed to, see `MassChange.confirmation`. */
  confirmed: Ref<string[]>
  check: () => Promise<void>
  run: () => Promise<void>
  cancel: () => void
  restart: () => void
  /** The rows that were not taken, as a workbook. */
  leftovers: (language: string) => Promise<Blob | null>
  fail: (error: unknown) => void
}

export function useImport(): RosterImport {
  const phase = ref<ImportPhase>('choosing')
  const files = shallowRef<File[]>([])
  const progress = shallowRef<ImportProgress | null>(null)
  const report = shallowRef<ImportReport | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const cancelled = ref(false)
  const confirmed = ref<string[]>([])
  let running: AbortController | undefined
  /** Belongs to these files and what was confirmed of them: importing them again after an interruption is the same act. */
  let importKey = newOperationId()

  async function send(dryRun: boolean): Promise<void> {
    const before = phase.value
    const call = (running = new AbortController())
    phase.value = dryRun ? 'checking' : 'importing'
    progress.value = null
    problem.value = null
    cancelled.value = false
    try {
      const idempotencyKey = dryRun ? newOperationId() : importKey
      const onProgress = (line: ImportProgress): void => void (progress.value = line)
      report.value = await importRoster(api.http, { files: files.value, dryRun, confirmed: dryRun ? [] : confirmed.value, idempotencyKey, signal: call.signal, onProgress })
      phase.value = dryRun ? 'checked' : 'imported'
      if (dryRun) confirmed.value = []
    } catch (error) {
      phase.value = before
      if (wasCancelled(error)) cancelled.value = true
      else problem.value = problemFrom(error)
    }
  }

  // Something else is confirmed: that is another act.
  watch(confirmed, () => (importKey = newOperationId()))

  const fail = (error: unknown): void => void (problem.value = problemFrom(error))

  async function leftovers(language: string): Promise<Blob | null> {
    problem.value = null
    try {
      return await rejectedRows(api.http, files.value, language)
    } catch (error) {
      fail(error)
      return null
    }
  }

  function restart(): void {
    phase.value = 'choosing'
    files.value = []
    confirmed.value = []
    report.value = null
    problem.value = null
    cancelled.value = false
    importKey = newOperationId()
  }

  onScopeDispose(() => running?.abort())
  return {
    phase, files, progress, report, problem, cancelled, confirmed, restart, leftovers, fail,
    check: () => send(true),
    run: () => send(false),
    cancel: () => running?.abort(),
  }
}
