import type { Role, Text } from '../types'

export type AuditResult = 'Accepted' | 'Repeated' | 'Refused' | 'Denied' | 'Fault'

export interface AuditEntry {
  /** Six digits, or "system". */
  county: string
  sequence: number
  at: string
  /** "?" when nobody was signed in. */
  who: string
  role: Role | 'None'
  area: string
  session: string | null
  address: string | null
  agent: string | null
  action: string
  title: Text | null
  target: string | null
  opId: string | null
  fingerprint: string | null
  result: AuditResult
  status: number
  code: string | null
}

export interface AuditPage {
  entries: AuditEntry[]
  next: string | null
}

export interface AuditChain {
  county: string
  entries: number
}

export interface AuditChainCheck extends AuditChain {
  brokenAt: number | null
}

export interface AuditRoot {
  day: string
  sealedAt: string
  streams: number
  events: number
  auditSequence: number
  root: string
}
