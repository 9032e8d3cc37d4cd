import { ApiError, type HttpClient } from './http'
import type { ImportLine, ImportProgress, ImportReport } from './types'

export interface ImportRequest {
  files: File[]
  /** Check only: nothing is registered. */
  dryRun: boolean
  idempotencyKey: string
  signal: AbortSignal
  onProgress: (progress: ImportProgress) => void
}

/** Sends the files and follows the answer line by line until the report; a problem on the way is thrown. */
export async function importRoster(http: HttpClient, request: ImportRequest): Promise<ImportReport> {
  const form = new FormData()
  for (const file of request.files) form.append('files', file, file.name)
  const response = await http.open('POST', `/api/v1/rosters/import?dryRun=${request.dryRun}`, form, {
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
