import type { AuditResult } from '../../client/endpoints/audit-types'

export const RESULTS: AuditResult[] = ['Accepted', 'Repeated', 'Refused', 'Denied', 'Fault']

/** Shape and colour of a result; the word stands beside it. */
export const MARKS: Record<AuditResult, { shape: string; tone: string }> = {
  Accepted: { shape: '✔', tone: 'tone-good' },
  Repeated: { shape: '↻', tone: 'tone-none' },
  Refused: { shape: '▲', tone: 'tone-warn' },
  Denied: { shape: '■', tone: 'tone-bad' },
  Fault: { shape: '✖', tone: 'tone-bad' },
}

export interface AuditFilter {
  county: string
  who: string
  action: string
  target: string
  result: string
  from: string
  to: string
}

const NAMES = ['county', 'who', 'action', 'target', 'result', 'from', 'to'] as const
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The filter as an address says it; what it does not know is ignored. */
export function auditFilterOf(query: Record<string, unknown>): AuditFilter {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '')
  const day = (name: string): string => (DAY.test(text(name)) ? text(name) : '')
  const result = text('result')
  return {
    county: /^(\d{6}|system)$/.test(text('county')) ? text('county') : '',
    who: text('who'),
    action: text('action'),
    target: text('target'),
    result: (RESULTS as string[]).includes(result) ? result : '',
    from: day('from'),
    to: day('to'),
  }
}

/** Only what narrows. */
export function auditQueryOf(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [name, filter[name].trim()] as const).filter(([, value]) => value !== ''))
}
