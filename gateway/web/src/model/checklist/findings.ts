import type { CategoryView, FormItem } from '../../client/field-types'
import type { Severity, UnitKind } from '../../client/types'
import { opensIssue, SEVERITY_OF, type Disposition, type ItemAnswer } from './checklist'

export type Tag = 'Key' | 'Difficult' | 'Blocking'

export interface FindingDraft {
  id: string
  /** The line of the checklist it comes from; null for one added by hand. */
  item: number | null
  category: string
  severity: Severity
  description: string
  tags: Tag[]
  /** Whom a complex one is put to. */
  department: string
  photos: string[]
}

export const MAX_FINDINGS = 20
export const MAX_DESCRIPTION = 500
export const TAGS: readonly Tag[] = ['Key', 'Difficult', 'Blocking']

/** Code, Chinese or English, any part of it; every word has to occur. In the order of publication. */
export function searchCategories(categories: readonly CategoryView[], kind: UnitKind, text: string, most = 40): CategoryView[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return categories
    .filter((category) => category.kind === kind && words.every((word) => textOf(category).includes(word)))
    .slice(0, most)
}

export const isProhibited = (category: CategoryView): boolean => category.marks.includes('Prohibited')

/** As mild as the disposition says, unless the category forbids that. */
export function severityFor(category: CategoryView | undefined, disposition: Disposition | null): Severity {
  const wanted = disposition === null || disposition === 'RecordOnly' ? undefined : SEVERITY_OF[disposition]
  const allowed = category?.severities ?? []
  if (wanted && (allowed.length === 0 || allowed.includes(wanted))) return wanted
  return category?.default ?? wanted ?? 'General'
}

/** The finding a line of the checklist calls for. */
export const findingOf = (id: string, item: FormItem, category: CategoryView | undefined, disposition: Disposition | null): FindingDraft => ({
  id,
  item: item.no,
  category: category?.code ?? item.categories[0] ?? '',
  severity: severityFor(category, disposition),
  description: '',
  tags: [],
  department: '',
  photos: [],
})

/**
 * The findings once a line was answered anew. A line that opens an issue has its finding at once, and loses it again while nothing is
 * written there. What the inspector chose of it stays, unless the line is disposed of in another way.
 */
export function findingsAfter(findings: readonly FindingDraft[], item: FormItem, before: ItemAnswer | undefined, given: ItemAnswer, categories: readonly CategoryView[], id: string): FindingDraft[] {
  const finding = findings.find((one) => one.item === item.no)
  const category = categories.find((one) => one.code === (finding?.category ?? item.categories[0]))
  if (!opensIssue(given)) return findings.filter((one) => one !== finding || one.description.trim() !== '' || one.photos.length > 0)
  if (!finding) return [...findings, findingOf(id, item, category, given.disposition)]
  return before?.disposition === given.disposition ? [...findings] : findings.map((one) => (one === finding ? { ...one, severity: severityFor(category, given.disposition) } : one))
}

const textOf = (category: CategoryView): string => `${category.code} ${category.name.zh} ${category.name.en} ${category.group.zh} ${category.group.en}`.toLowerCase()
