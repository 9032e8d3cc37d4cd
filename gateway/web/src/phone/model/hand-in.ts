import type { ChecklistForm, FormItem } from '../../client/field-types'
import { isComplete, itemsFor, opensIssue, type Answer, type Disposition } from '../../model/checklist/checklist'
import { civilMonth } from './clock'
import { endOf, issuesToRemark, LONGEST, MAX_COMPANIONS, MAX_PHOTOS, METHODS, type Draft, type Method, type RemarkFinding } from './draft'
import { MAX_FINDINGS } from '../../model/checklist/findings'

export type Section = 'start' | 'checklist' | 'remarks' | 'findings' | 'finish'

/** Something a visit can't be handed in without. */
export interface Gap {
  section: Section
  /** Of the words "gap.…". */
  word: 'method' | 'companions' | 'items' | 'itemFinding' | 'remarks' | 'description' | 'category' | 'department' | 'findings' | 'photos' | 'times' | 'duration' | 'size'
  values: Record<string, string | number>
  /** A line of the checklist, an issue's number or a finding's id to go to. */
  at: string | null
}

/** Bytes a command may have. */
export const MAX_BODY = 64 * 1024

export const SECTIONS: readonly Section[] = ['start', 'checklist', 'remarks', 'findings', 'finish']

/** A regular or central visit goes through the whole form; on others it may be left empty. */
export const needsForm = (draft: Draft): boolean => draft.kind === 'Regular' || draft.kind === 'Central'

export const usesForm = (draft: Draft): boolean => needsForm(draft) || Object.values(draft.answers).some((answer) => answer.answer !== null)

export const itemsOf = (draft: Draft, form: ChecklistForm): FormItem[] => itemsFor(form, draft.unit.category, civilMonth(Date.parse(draft.startedAt)))

/** In the order of the sections; empty when it may be handed in. */
export function gapsOf(draft: Draft, form: ChecklistForm, now: number): Gap[] {
  return [...startGaps(draft), ...formGaps(draft, form), ...remarkGaps(draft), ...findingGaps(draft), ...finishGaps(draft, now)]
}

function startGaps(draft: Draft): Gap[] {
  const gaps: Gap[] = []
  if (METHODS.every((method) => !draft.methods[method])) gaps.push(gap('start', 'method'))
  if (draft.companions.length > MAX_COMPANIONS || draft.companions.some((name) => [...name].length > 40)) gaps.push(gap('start', 'companions', { n: MAX_COMPANIONS }))
  return gaps
}

function formGaps(draft: Draft, form: ChecklistForm): Gap[] {
  if (!usesForm(draft)) return []
  const items = itemsOf(draft, form)
  const open = items.filter((item) => !isComplete(item, draft.answers[item.no]))
  const gaps = open.length > 0 ? [gap('checklist', 'items', { n: open.length }, String(open[0]!.no))] : []
  for (const item of items)
    if (opensIssue(draft.answers[item.no]) && !draft.findings.some((finding) => item.categories.includes(finding.category)))
      gaps.push(gap('findings', 'itemFinding', { n: item.no }, String(item.no)))
  return gaps
}

function remarkGaps(draft: Draft): Gap[] {
  const open = issuesToRemark(draft).filter((issue) => !draft.remarks[issue.no]?.finding || draft.remarks[issue.no]?.text.trim() === '')
  return open.length > 0 ? [gap('remarks', 'remarks', { n: open.length }, String(open[0]!.no))] : []
}

function findingGaps(draft: Draft): Gap[] {
  const gaps: Gap[] = []
  draft.findings.forEach((finding, index) => {
    if (finding.category === '') gaps.push(gap('findings', 'category', { n: index + 1 }, finding.id))
    if (finding.description.trim() === '') gaps.push(gap('findings', 'description', { n: index + 1 }, finding.id))
    if (finding.severity === 'Complex' && finding.department.trim() === '') gaps.push(gap('findings', 'department', { n: index + 1 }, finding.id))
  })
  if (draft.findings.length > MAX_FINDINGS) gaps.push(gap('findings', 'findings', { n: MAX_FINDINGS }))
  return gaps
}

function finishGaps(draft: Draft, now: number): Gap[] {
  const gaps: Gap[] = []
  const [start, end] = [Date.parse(draft.startedAt), Date.parse(endOf(draft, now))]
  if (end <= start) gaps.push(gap('finish', 'times'))
  else if (end - start > LONGEST) gaps.push(gap('finish', 'duration'))
  if (draft.photos.length > MAX_PHOTOS) gaps.push(gap('finish', 'photos', { n: MAX_PHOTOS }))
  if (bytesOf(bodyOf(draft, null, now)) > MAX_BODY) gaps.push(gap('finish', 'size'))
  return gaps
}

const gap = (section: Section, word: Gap['word'], values: Gap['values'] = {}, at: string | null = null): Gap => ({ section, word, values, at })

/** The body of the command, as it is kept for ever under its operation id. The device's clock goes beside it, with each attempt. */
export interface VisitBody {
  inspector: string
  kind: string
  startedAt: string
  endedAt: string
  methods: { method: Method; count: number }[]
  note: string | null
  slot: string
  companions: string[]
  unannounced: boolean
  highlights: string | null
  advice: string | null
  checklist: { id: string; answers: { item: number; answer: Answer; disposition: Disposition | null; note: string | null; count: number | null; evidence: string[] }[] } | null
  remarks: { issue: number; finding: RemarkFinding; text: string }[]
  findings: { category: string; severity: string; description: string; tags: string; department: string | null; evidence: string[] }[]
  evidence: string[]
  presence: Draft['place']
  bracket: Draft['bracket']
  plan: string | null
  gateCode: string | null
}

/** Of a draft without gaps. With its form, answers to lines that no longer apply are left out. */
export function bodyOf(draft: Draft, form: ChecklistForm | null, now: number): VisitBody {
  const lines = form ? new Set(itemsOf(draft, form).map((item) => item.no)) : null
  return {
    inspector: draft.inspector,
    kind: draft.kind,
    startedAt: draft.startedAt,
    endedAt: endOf(draft, now),
    methods: METHODS.flatMap((method) => (draft.methods[method] ? [{ method, count: draft.methods[method] }] : [])),
    note: textOrNull(draft.note),
    slot: draft.slot,
    companions: draft.companions,
    unannounced: draft.unannounced,
    highlights: textOrNull(draft.highlights),
    advice: textOrNull(draft.advice),
    checklist: usesForm(draft) ? { id: draft.form, answers: answersOf(draft, lines) } : null,
    remarks: issuesToRemark(draft).flatMap((issue) => remarkOf(draft, issue.no)),
    findings: draft.findings.map((finding) => ({
      category: finding.category,
      severity: finding.severity,
      description: finding.description.trim(),
      tags: finding.tags.length > 0 ? finding.tags.join(', ') : 'None',
      department: finding.severity === 'Complex' ? textOrNull(finding.department) : null,
      evidence: finding.photos,
    })),
    evidence: draft.photos,
    presence: draft.place,
    bracket: draft.bracket,
    plan: draft.plan,
    gateCode: textOrNull(draft.gateCode ?? ''),
  }
}

export const bytesOf = (body: VisitBody): number => new TextEncoder().encode(JSON.stringify(body)).length

function answersOf(draft: Draft, lines: ReadonlySet<number> | null): NonNullable<VisitBody['checklist']>['answers'] {
  return Object.entries(draft.answers).flatMap(([no, answer]) =>
    answer.answer && (lines === null || lines.has(Number(no)))
      ? [{ item: Number(no), answer: answer.answer, disposition: answer.disposition, note: textOrNull(answer.note), count: answer.count, evidence: answer.photos }]
      : [],
  )
}

function remarkOf(draft: Draft, no: number): VisitBody['remarks'] {
  const remark = draft.remarks[no]
  return remark?.finding ? [{ issue: no, finding: remark.finding, text: remark.text.trim() }] : []
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
