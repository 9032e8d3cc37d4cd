import type { HttpClient } from '../http/http'
import type { PreviewView } from '../types'

/** A file as the gateway keeps it. */
export interface StoredFile { hash: string; size: number; mediaType: string }

/** Commands of one unit: tried out, done, and the files they rest on. */
export class UnitCommands {
  private readonly root: string

  /** @param unit key, e.g. "school/2133901746" */
  constructor(private readonly http: HttpClient, unit: string) {
    this.root = `/api/v1/units/${unit.split('/').map(encodeURIComponent).join('/')}`
  }

  /** What would follow; changes nothing. */
  preview = (path: string, body: unknown, signal?: AbortSignal): Promise<PreviewView> =>
    this.http.send('POST', `${this.root}/${path}?preview=true`, body, signal ? { signal } : {})

  /** @param idempotencyKey the same for every try of one act */
  send = (path: string, body: unknown, idempotencyKey: string): Promise<unknown> => this.http.send('POST', `${this.root}/${path}`, body, { idempotencyKey })

  /** The same content gives the same answer, so an upload may be repeated. */
  upload = (file: File): Promise<StoredFile> => this.http.upload(`${this.root}/evidence`, file)

  fileAddress = (hash: string): string => `${this.root}/evidence/${hash}`
}
