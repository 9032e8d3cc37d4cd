import type { CategoryView, FormItem } from '../../client/field-types'
import type { Severity, UnitKind } from '../../client/types'
import { SEVERITY_OF, type Disposition } from './checklist'

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

const textOf = (category: CategoryView): string => `${category.code} ${category.name.zh} ${category.name.en} ${category.group.zh} ${category.group.en}`.toLowerCase()
