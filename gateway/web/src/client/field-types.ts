import type { IssueView, RowView, Severity, Text, UnitKind, VisitKind, VisitSlot } from './types'

// What the gateway sends to an inspector's phone, member by member.

export type ItemKind = 'Normal' | 'Highlight' | 'OpenIssues'

export interface InspectorProfile { code: string; county: string; zone: string | null; employment: string; termFrom: string; termTo: string | null }

export interface FieldView {
  inspector: InspectorProfile
  demonstration: boolean
  /** Seconds of the server's time in a real second: 1, or a sandbox's speed. */
  clockSpeed: number
  /** From today to the end of the next month. */
  teachingDays: string[]
  units: FieldUnit[]
  /** Whom a complex issue may be consulted with; not there in a packet from before there was a list. */
  departments?: string[]
}

export interface FieldUnit { own: boolean; row: RowView; issues: IssueView[]; plans: FieldPlan[] }

export interface FieldPlan { id: string; inspector: string; day: string; slot: VisitSlot; kind: VisitKind; unannounced: boolean }

export interface FieldCatalogue { forms: ChecklistForm[]; categories: CategoryView[] }

export interface ChecklistForm { id: string; kind: UnitKind; version: number; title: Text; items: FormItem[]; from?: string | null; until?: string | null }

export interface FormItem {
  no: number
  name: Text
  /** What 不符合 may open an issue in, the likeliest first. */
  categories: string[]
  prohibited: boolean
  kind: ItemKind
  /** "primary", "junior"; none for all. */
  stages: string[]
  /** 1–12; none for the whole year. */
  months: number[]
  limit: Text | null
  source: string
}

export interface CategoryView {
  code: string
  kind: UnitKind
  name: Text
  group: Text
  default: Severity
  /** "None", or names with commas: "Prohibited, Harm". */
  marks: string
  severities: Severity[]
}
