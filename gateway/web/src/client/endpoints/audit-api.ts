import type { AuditChain, AuditChainCheck, AuditPage, AuditRoot } from './audit-types'
import type { HttpClient } from '../http/http'

/** The audit record; answers the audit administrator only. */
export class AuditApi {
  constructor(private readonly http: HttpClient) {}

  /** @param filter as the address says it */
  find(filter: Record<string, string>, signal?: AbortSignal): Promise<AuditPage> {
    return this.http.get(`/api/v1/audit?${new URLSearchParams(filter)}`, signal)
  }

  chains = (signal?: AbortSignal): Promise<AuditChain[]> => this.http.get('/api/v1/audit/chains', signal)

  check = (county: string, signal?: AbortSignal): Promise<AuditChainCheck> => this.http.get(`/api/v1/audit/chains/${encodeURIComponent(county)}`, signal)

  roots = (county: string, signal?: AbortSignal): Promise<AuditRoot[]> => this.http.get(`/api/v1/counties/${encodeURIComponent(county)}/audit/roots?take=30`, signal)
}
