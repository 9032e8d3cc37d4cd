import type { HandOver } from '../account/account-types'
import { boardFrom } from '../board/board-rows'
import { sendCommand } from '../http/command'
import { HttpClient } from '../http/http'
import { UnitCommands } from './unit-commands'
import type { FieldCatalogue } from '../field-types'
import type { ApprovedMap, SeriesView } from './region-types'
import type { AlertView, BoardView, DecisionView, HistoryEntry, SandboxClock, SandboxClockChange, SessionView, StartView, UnitView, WireBoard } from '../types'

/** `asOf`: what was true then; `known`: as far as it was known at that instant. ISO instants; neither means the present. */
export type Past = { asOf?: string; known?: string }

/** The gateway's endpoints by name. */
export class SupervisionApi {
  constructor(readonly http: HttpClient = new HttpClient()) {}

  start = (): Promise<StartView> => this.http.get('/api/v1/start')

  session = (): Promise<SessionView> => this.http.get('/api/v1/session')

  signOut = (): Promise<unknown> => this.http.send('DELETE', '/api/v1/session')

  /** @param scope "county/330521" or "region/3305" */
  async board(scope: string, signal?: AbortSignal): Promise<BoardView> {
    const [kind, code = ''] = scope.split('/')
    return boardFrom(await this.http.get<WireBoard>(`/api/v1/${kind === 'county' ? 'counties' : 'regions'}/${encodeURIComponent(code)}/board`, signal))
  }

  /** Coverage by month. @param scope "county/330521" or "region/3305" */
  series(scope: string, signal?: AbortSignal): Promise<SeriesView> {
    const [kind, code = ''] = scope.split('/')
    return this.http.get(`/api/v1/${kind === 'county' ? 'counties' : 'regions'}/${encodeURIComponent(code)}/series`, signal)
  }

  /** Null when nobody brought one. */
  map = async (region: string): Promise<ApprovedMap | null> => (await this.http.get<{ map: ApprovedMap | null }>(`/api/v1/regions/${encodeURIComponent(region)}/map`)).map

  /** @param geoJson with its approval number. @param preview only reads it */
  async putMap(region: string, geoJson: string, preview: boolean): Promise<ApprovedMap | null> {
    const path = `/api/v1/regions/${encodeURIComponent(region)}/map${preview ? '?preview=true' : ''}`
    const response = await this.http.open('PUT', path, new Blob([geoJson], { type: 'application/geo+json' }))
    return ((await response.json()) as { map: ApprovedMap | null }).map
  }

  removeMap = (region: string): Promise<unknown> => this.http.send('DELETE', `/api/v1/regions/${encodeURIComponent(region)}/map`)

  alerts(county: string, page: { take: number; before?: number; open?: boolean }): Promise<AlertView[]> {
    return this.http.get(`/api/v1/counties/${encodeURIComponent(county)}/alerts?${queryOf(page)}`)
  }

  /** Of one unit, also those that ended; newest first. @param unit key, e.g. "school/2133901746" */
  unitAlerts(unit: string, page: { take: number; before?: number }, signal?: AbortSignal): Promise<AlertView[]> {
    return this.http.get(`/api/v1/units/${pathOf(unit)}/alerts?${queryOf(page)}`, signal)
  }

  /** What waits for a decision in the county. */
  decisions = (county: string, signal?: AbortSignal): Promise<DecisionView[]> => this.http.get(`/api/v1/counties/${encodeURIComponent(county)}/decisions`, signal)

  /** @param unit key, e.g. "school/2133901746" */
  unit = (unit: string, signal?: AbortSignal, past: Past = {}): Promise<UnitView> => this.http.get(`/api/v1/units/${pathOf(unit)}${searchOf(past)}`, signal)

  /** Checklists of every version, and the categories of issues. */
  catalogue = (): Promise<FieldCatalogue> => this.http.get('/api/v1/field/catalogue')

  commands = (unit: string): UnitCommands => new UnitCommands(this.http, unit)

  /** Whoever was first stays: a repeat answers what stands. */
  acknowledge = (county: string, alert: string): Promise<AlertView> => this.command(`/api/v1/counties/${encodeURIComponent(county)}/alerts/${encodeURIComponent(alert)}/acknowledge`, {})

  /** Newest first. @param page before a version; older entries are answered */
  history(unit: string, page: { take: number; before?: number } & Past, signal?: AbortSignal): Promise<HistoryEntry[]> {
    return this.http.get(`/api/v1/units/${pathOf(unit)}/history?${queryOf(page)}`, signal)
  }

  createAdministrator(code: string, userName: string, password: string): Promise<{ handOver: HandOver[] }> {
    return this.command('/api/v1/setup/administrator', { code, userName, password })
  }

  loadDemonstration = (): Promise<unknown> => this.command('/api/v1/setup/demonstration')

  sandboxClock = (): Promise<SandboxClock> => this.http.get('/api/v1/sandbox/clock')

  setSandboxClock = (change: SandboxClockChange): Promise<SandboxClock> => this.command('/api/v1/sandbox/clock', change)

  private command = <T>(path: string, body?: unknown): Promise<T> => sendCommand(this.http, 'POST', path, body)
}

const pathOf = (unit: string): string => unit.split('/').map(encodeURIComponent).join('/')

const searchOf = (past: Past): string => (past.asOf || past.known ? `?${queryOf({ ...past })}` : '')

function queryOf(values: Record<string, string | number | boolean>): string {
  return new URLSearchParams(Object.entries(values).map(([name, value]): [string, string] => [name, String(value)])).toString()
}
