import { sendCommand } from '../http/command'
import type { components } from '../generated/api'
import type { HttpClient } from '../http/http'
import { newOperationId } from '../http/operation-id'

type Schemas = components['schemas']

export type TermsView = Schemas['TermsView']
export type TermSpan = Schemas['SpanBody']
export type TermsReading = Schemas['TermsReading']
export type ZonesView = Schemas['ZonesView']
export type ZoneView = Schemas['ZoneView']
export type AreaResult = Schemas['AreaView']

export interface AreaRequest { area: string; inspector: string; from: string; to: string | null }

export interface ZoneRequest { code: string; name: string; towns: string[] | null; schools: string[] | null }

/** A county's terms, zones and areas over REST. */
export class CountySettingsApi {
  constructor(
    private readonly http: HttpClient,
    private readonly county: string,
  ) {}

  terms = (signal?: AbortSignal): Promise<TermsView> => this.http.get(this.path('/terms'), signal)

  setTerms = (taught: TermSpan[], breaks: TermSpan[]): Promise<unknown> => this.command('/terms', { taught, breaks })

  resetTerms = (): Promise<unknown> => this.command('/terms/reset', {})

  /** @param dryRun only reads the file */
  importTerms(file: File, dryRun: boolean): Promise<TermsReading> {
    const form = new FormData()
    form.append('files', file, file.name)
    return this.http.send('POST', this.path(`/terms/import?dryRun=${dryRun}`), form, { idempotencyKey: newOperationId() })
  }

  zones = (signal?: AbortSignal): Promise<ZonesView> => this.http.get(this.path('/zones'), signal)

  setZone = (zone: ZoneRequest): Promise<unknown> => this.command('/zones', zone)

  removeZone = (zone: string): Promise<unknown> => this.command(`/zones/${encodeURIComponent(zone)}/remove`, {})

  /** @param preview tries each school and changes nothing */
  assignArea = (request: AreaRequest, preview: boolean): Promise<AreaResult> => this.command(`/areas${preview ? '?preview=true' : ''}`, request)

  releaseArea = (area: string): Promise<unknown> => this.command('/areas/release', { area })

  private path = (rest: string): string => `/api/v1/counties/${encodeURIComponent(this.county)}${rest}`

  private command = <T>(rest: string, body: unknown): Promise<T> => sendCommand(this.http, 'POST', this.path(rest), body)
}
