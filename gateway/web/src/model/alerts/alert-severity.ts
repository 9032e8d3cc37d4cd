import type { AlertKind } from '../../client/types'

export type AlertSeverity = 'High' | 'Medium' | 'Low'

/** As the server weighs them (`/api/v1/alert-kinds`). */
export const ALERT_SEVERITY: Record<AlertKind, AlertSeverity> = {
  'serious-found': 'High',
  'missed-visit': 'High',
  'deadline-passed': 'High',
  'decision-overdue': 'High',
  'measure-served': 'High',
  'county-step-decided': 'High',
  'term-minimum': 'High',
  'schools-overloaded': 'Medium',
  'zone-overloaded': 'Medium',
  'visit-burden': 'Low',
  'decision-waiting': 'Medium',
  'visit-due': 'Medium',
  'no-inspector': 'Medium',
  'look-back-due': 'Medium',
  'fact-finding-due': 'Medium',
  'visit-flagged': 'Medium',
  'inspector-reminder': 'Medium',
  'inspector-step-decided': 'Medium',
  'late-visit-waiting': 'Low',
  'extension-asked': 'Low',
  'inspector-step-proposed': 'Low',
}

const RANK: Record<AlertSeverity, number> = { Low: 1, Medium: 2, High: 3 }

/** A kind this page does not know yet is weighed as the server does: medium. */
export const severityOf = (kind: string): AlertSeverity => ALERT_SEVERITY[kind as AlertKind] ?? 'Medium'

export const isAtLeast = (kind: string, least: AlertSeverity): boolean => RANK[severityOf(kind)] >= RANK[least]
