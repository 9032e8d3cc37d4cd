import { sendCommand } from '../http/command'
import type { components } from '../generated/api'
import type { HttpClient } from '../http/http'

type Schemas = components['schemas']

/** `until` is the last instant to decide it, or once approved to use it, exclusive; `by` and `decidedBy` are accounts. */
export type ApprovalView = Schemas['ApprovalView']
export type ApprovalState = Schemas['ApprovalState']

export interface NamedFile { blob: Blob; name: string }

/** What takes two people in a county, and the long lists it is about. */
export class ApprovalsApi {
  private readonly county: string

  constructor(private readonly http: HttpClient, county: string) {
    this.county = `/api/v1/counties/${encodeURIComponent(county)}`
  }

  /** Newest first; who can't decide sees their own. */
  list = (signal?: AbortSignal): Promise<ApprovalView[]> => this.http.get(`${this.county}/approvals`, signal)

  /** @param subject a file with its filter: "issues.xlsx?open=true" */
  ask = (subject: string, reason: string): Promise<unknown> => sendCommand(this.http, 'POST', `${this.county}/approvals`, { kind: 'BulkExport', subject, reason })

  approve = (no: number, remark: string): Promise<unknown> => sendCommand(this.http, 'POST', `${this.county}/approvals/${no}/approve`, { remark })

  reject = (no: number, reason: string): Promise<unknown> => sendCommand(this.http, 'POST', `${this.county}/approvals/${no}/reject`, { reason })

  /** @param approval is used up by it; null asks for a list that is short enough */
  async file(subject: string, approval: number | null, language: string): Promise<NamedFile> {
    const path = approval === null ? subject : `${subject}${subject.includes('?') ? '&' : '?'}approval=${approval}`
    const response = await this.http.open('GET', `${this.county}/${path}`, undefined, { accept: '*/*', language })
    return { blob: await response.blob(), name: nameIn(response.headers.get('Content-Disposition')) ?? subject.split('?')[0] ?? subject }
  }
}

/** The name in UTF-8 (RFC 6266), which is the only one that can be Chinese. */
export function nameIn(disposition: string | null): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? []
  try {
    return encoded ? decodeURIComponent(encoded) : null
  } catch {
    return null
  }
}
