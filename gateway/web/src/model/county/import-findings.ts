import type { FindingSeverity, ImportFinding, ImportReport, ImportSheet } from '../../client/types'

export const SEVERITIES: readonly FindingSeverity[] = ['Rejected', 'Held', 'Warning', 'Normalised', 'Skipped']

export interface FindingFilter { severity: FindingSeverity | null; file: string | null }

/** The most pressing first, then as they stand in the files. */
export function selectFindings(findings: readonly ImportFinding[], filter: FindingFilter): ImportFinding[] {
  return findings
    .filter((finding) => (!filter.severity || finding.severity === filter.severity) && (!filter.file || finding.file === filter.file))
    .sort(
      (left, right) =>
        SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
        left.file.localeCompare(right.file) ||
        (left.sheet ?? '').localeCompare(right.sheet ?? '') ||
        (left.row ?? 0) - (right.row ?? 0),
    )
}

export function countBySeverity(findings: readonly ImportFinding[]): Record<FindingSeverity, number> {
  const counts: Record<FindingSeverity, number> = { Rejected: 0, Held: 0, Warning: 0, Normalised: 0, Skipped: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}

export const filesOf = (findings: readonly ImportFinding[]): string[] => [...new Set(findings.map((finding) => finding.file))].sort()

/** Rows the import would take: clean ones, normalised ones and those with a warning count as accepted. */
export const acceptedRows = (report: ImportReport): number => report.sheets.reduce((sum: number, sheet: ImportSheet) => sum + sheet.accepted, 0)
