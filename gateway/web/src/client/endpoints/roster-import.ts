import { ApiError, type HttpClient } from '../http/http'
import type { ImportLine, ImportProgress, ImportReport } from '../types'

export interface ImportRequest {
  files: File[]
  /** Check only: nothing is registered. */
  dryRun: boolean
  /** What many rows would change alike and a person has agreed to, each with its count. */
  confirmed: readonly string[]
  idempotencyKey: string
  signal: AbortSignal
  onProgress: (progress: ImportProgress) => void
}

/** Sends the files and follows the answer line by line until the report; a problem on the way is thrown. */
export async function importRoster(http: HttpClient, request: ImportRequest): Promise<ImportReport> {
  const query = new URLSearchParams([['dryRun', String(request.dryRun)], ...request.confirmed.map((each): [string, string] => ['confirm', each])])
  const response = await http.open('POST', `/api/v1/rosters/import?${query}`, formOf(request.files), {
    accept: 'application/x-ndjson',
    idempotencyKey: request.idempotencyKey,
    signal: request.signal,
  })
  for await (const line of readLines(response)) {
    const { progress, report, problem } = JSON.parse(line) as ImportLine
    if (problem) throw new ApiError(problem)
    if (report) return report
    if (progress) request.onProgress(progress)
  }
  throw new ApiError({ status: 0, code: 'interrupted', retryable: true })
}

function formOf(files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return form
}

/** The rows that are not taken, with the reason in a column of its own: a workbook to mend and import again. */
export async function rejectedRows(http: HttpClient, files: readonly File[], language: string): Promise<Blob> {
  const response = await http.open('POST', '/api/v1/rosters/import/rejected?format=xlsx', formOf(files), { language })
  return response.blob()
}

/** An empty table with headers, an example and what may stand in each column. */
export async function rosterTemplate(http: HttpClient, kind: string, format: 'xlsx' | 'csv', language: string): Promise<Blob> {
  const response = await http.open('GET', `/api/v1/rosters/template?${new URLSearchParams({ kind, format })}`, undefined, { language })
  return response.blob()
}

/** The lines of a streamed answer as they arrive, without empty ones. */
export async function* readLines(response: Response): AsyncGenerator<string> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
    const lines = rest.split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line.trim() !== '') yield line
    if (done) return
  }
}
