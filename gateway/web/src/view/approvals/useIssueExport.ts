import { type Ref, ref, shallowRef, type ShallowRef } from 'vue'
import { ApprovalsApi, type ApprovalView } from '../../client/county/approvals'
import { problemFrom } from '../../client/http/http'
import type { Problem } from '../../client/types'
import { useWords } from '../../i18n'
import { lastOf } from '../../model/county/approvals'
import { handFile } from '../../browser/handFile'
import { api, session } from '../../session/session'

/**
 * `choosing` → `fetching` → `done`; a list that is too long for one person goes to `needed`: it has to be asked for, `waiting`
 * until somebody else decided, and is `given` to be fetched once.
 */
export type ExportStage = 'choosing' | 'fetching' | 'needed' | 'asking' | 'waiting' | 'given' | 'done'

export interface IssueExport {
  stage: Ref<ExportStage>
  /** Why it can't leave alone, in the server's words. */
  why: ShallowRef<Problem | null>
  problem: ShallowRef<Problem | null>
  /** This person's last request for exactly this list. */
  entry: ShallowRef<ApprovalView | null>
  /** @param subject "issues.xlsx?open=true" */
  start: (subject: string) => Promise<void>
  ask: (reason: string) => Promise<void>
  /** Whether somebody has decided meanwhile. */
  look: () => Promise<void>
  /** Uses the approval up. */
  fetchApproved: () => Promise<void>
  /** To another list. */
  again: () => void
}

export function useIssueExport(county: string): IssueExport {
  const { locale } = useWords()
  const approvals = new ApprovalsApi(api.http, county)
  const stage = ref<ExportStage>('choosing')
  const why = shallowRef<Problem | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const entry = shallowRef<ApprovalView | null>(null)
  let subject = ''

  async function fetchAs(no: number | null): Promise<void> {
    stage.value = 'fetching'
    problem.value = null
    try {
      const { blob, name } = await approvals.file(subject, no, locale.value)
      handFile(blob, name)
      stage.value = 'done'
    } catch (error) {
      const fault = problemFrom(error)
      if (fault.code === 'approval-required') why.value = fault
      else problem.value = fault
      // An approval may be used up although its file never came: only the list of approvals knows.
      if (no !== null || fault.code === 'approval-required') await look()
      else stage.value = 'choosing'
    }
  }

  async function look(): Promise<void> {
    try {
      entry.value = lastOf(await approvals.list(), subject, session.value?.user ?? '')
      if (stage.value === 'waiting') problem.value = null // of a question in between that had no answer
      stage.value = entry.value?.state === 'Asked' ? 'waiting' : entry.value?.state === 'Given' ? 'given' : 'needed'
    } catch (error) {
      problem.value = problemFrom(error)
      if (stage.value === 'fetching' || stage.value === 'asking') stage.value = entry.value ? 'waiting' : 'needed'
    }
  }

  return {
    stage, why, problem, entry, look,
    start: (wanted) => {
      subject = wanted
      entry.value = why.value = null
      return fetchAs(null)
    },
    async ask(reason) {
      stage.value = 'asking'
      problem.value = null
      try {
        await approvals.ask(subject, reason)
        await look()
      } catch (error) {
        problem.value = problemFrom(error)
        stage.value = 'needed'
      }
    },
    fetchApproved: () => fetchAs(entry.value?.no ?? null),
    again: () => {
      stage.value = 'choosing'
      entry.value = why.value = problem.value = null
    },
  }
}
