import { sendCommand } from '../http/command'
import type { components } from '../generated/api'
import type { HttpClient } from '../http/http'
import type { StoredFile } from '../endpoints/unit-commands'

type Schemas = components['schemas']

export type OfficeView = Schemas['OfficeView']
export type YearPlan = Schemas['YearPlan']
export type PlanDocument = Schemas['PlanDocument']
export type PlanLevel = Schemas['PlanLevel']
export type OfficeDepartment = Schemas['Department']

/** What a county's office keeps for itself. */
export class OfficeApi {
  private readonly root: string

  constructor(private readonly http: HttpClient, county: string) {
    this.root = `/api/v1/counties/${encodeURIComponent(county)}/office`
  }

  read = (signal?: AbortSignal): Promise<OfficeView> => this.http.get(this.root, signal)

  setDepartments = (departments: readonly OfficeDepartment[]): Promise<unknown> => sendCommand(this.http, 'POST', `${this.root}/departments`, { departments })

  setPlan = ({ year, ...plan }: YearPlan): Promise<unknown> => sendCommand(this.http, 'POST', `${this.root}/plans/${year}`, plan)

  /** The same content gives the same answer, so an upload may be repeated. */
  upload = (file: File): Promise<StoredFile> => this.http.upload(`${this.root}/files`, file)

  fileAddress = (hash: string): string => `${this.root}/files/${hash}`
}
