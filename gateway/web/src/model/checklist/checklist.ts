import { last } from '../../browser/last'
import type { ChecklistForm, FormItem } from '../../client/field-types'
import type { Severity } from '../../client/types'

export type Answer = 'Conforms' | 'MostlyConforms' | 'DoesNotConform' | 'NotApplicable'
export type Disposition = 'OnTheSpot' | 'Notice' | 'ReportToCounty' | 'Consultation' | 'RecordOnly'

export interface ItemAnswer {
  answer: Answer | null
  disposition: Disposition | null
  note: string
  count: number | null
  /** Hashes of photographs. */
  photos: string[]
}

export type Answers = Record<number, ItemAnswer>

export interface Progress { answered: number; required: number }

const ALL: readonly Answer[] = ['Conforms', 'MostlyConforms', 'DoesNotConform', 'NotApplicable']
const PROHIBITED: readonly Answer[] = ['Conforms', 'DoesNotConform']

export const DISPOSITIONS: readonly Disposition[] = ['OnTheSpot', 'Notice', 'ReportToCounty', 'Consultation', 'RecordOnly']

/** The path each disposition sends an issue on (5.4). */
export const SEVERITY_OF: Record<Exclude<Disposition, 'RecordOnly'>, Severity> = { OnTheSpot: 'Minor', Notice: 'General', ReportToCounty: 'Serious', Consultation: 'Complex' }

export const MAX_NOTE = 500
export const MAX_ITEM_PHOTOS = 9

export const noAnswer = (): ItemAnswer => ({ answer: null, disposition: null, note: '', count: null, photos: [] })

/** @param category of the unit: a nine-year school has both stages. @param month 1–12 */
export function applies(item: FormItem, category: string, month: number): boolean {
  const stages = category === 'nine-year' ? ['primary', 'junior'] : [category]
  return (item.months.length === 0 || item.months.includes(month)) && (item.stages.length === 0 || item.stages.some((stage) => stages.includes(stage)))
}

/** The lines an inspector answers here and now; remarks on open issues have a page of their own. */
export const itemsFor = (form: ChecklistForm, category: string, month: number): FormItem[] =>
  form.items.filter((item) => item.kind !== 'OpenIssues' && applies(item, category, month))

/** A prohibition is kept or broken. */
export const answersOf = (item: FormItem): readonly Answer[] => (item.prohibited ? PROHIBITED : ALL)

/** An item without a category opens no issue: it is only recorded. */
export const dispositionsOf = (item: FormItem): readonly Disposition[] => (item.categories.length === 0 ? ['RecordOnly'] : DISPOSITIONS)

/** The answer with what no longer belongs to it taken away. */
export function answered(before: ItemAnswer | undefined, answer: Answer, item: FormItem): ItemAnswer {
  const kept = before ?? noAnswer()
  const disposition = answer !== 'DoesNotConform' ? null : item.categories.length === 0 ? 'RecordOnly' : kept.disposition
  return { ...kept, answer, disposition }
}

/** Nothing is missing in it; a line that may be left out is complete when it is left out. */
export function isComplete(item: FormItem, answer: ItemAnswer | undefined): boolean {
  if (!answer?.answer) return item.kind !== 'Normal'
  return answer.answer !== 'DoesNotConform' || answer.disposition !== null
}

export function progressOf(items: readonly FormItem[], answers: Answers): Progress {
  const required = items.filter((item) => item.kind === 'Normal')
  return { answered: required.filter((item) => answers[item.no]?.answer && isComplete(item, answers[item.no])).length, required: required.length }
}

/** An issue is to be made of it. */
export const opensIssue = (answer: ItemAnswer | undefined): boolean =>
  answer?.answer === 'DoesNotConform' && answer.disposition !== null && answer.disposition !== 'RecordOnly'

/** The version a visit of that day is begun with; a draft keeps to the one it has. @param day "2026-04-10" */
export const formOn = (forms: readonly ChecklistForm[], kind: ChecklistForm['kind'], day: string): ChecklistForm | null =>
  last(forms.filter((form) => form.kind === kind && (!form.from || form.from <= day) && (!form.until || day <= form.until)))
