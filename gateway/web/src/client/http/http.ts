import type { Problem } from '../types'

/** A request that did not succeed, with what the server said of it. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message?.en ?? problem.detail ?? problem.title ?? problem.code)
    this.name = 'ApiError'
  }
}

export interface SendOptions {
  signal?: AbortSignal
  /** Made once for one act of a person and sent again with each retry. */
  idempotencyKey?: string
  accept?: string
  /** What a file is written in; the browser's own preference else. */
  language?: string
  /** Of a file that is the body. */
  fileName?: string
}

/** REST with problem details: an answer is either the value asked for or an `ApiError`. */
export class HttpClient {
  antiforgery: string | null = null
  /** Whether somebody is there. What a page asks by itself while nobody is does not keep the session from being idle. */
  isAttended: () => boolean = () => true
  /** The session ended, or there was none. */
  onUnauthorised: () => void = () => undefined

  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return read<T>(await this.open('GET', path, undefined, signal ? { signal } : {}))
  }

  async send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, options: SendOptions = {}): Promise<T> {
    return read<T>(await this.open(method, path, body, options))
  }

  /** The body is the file itself; its name goes beside it. */
  async upload<T>(path: string, file: File): Promise<T> {
    return read<T>(await this.open('POST', path, file, { fileName: file.name }))
  }

  /** The bare response, for answers that are read as they come. */
  async open(method: string, path: string, body?: unknown, options: SendOptions = {}): Promise<Response> {
    const headers = new Headers({ Accept: options.accept ?? 'application/json' })
    const asItIs = body instanceof FormData || body instanceof Blob
    if (body !== undefined && !asItIs) headers.set('Content-Type', 'application/json')
    if (options.language) headers.set('Accept-Language', options.language)
    if (options.fileName) headers.set('X-File-Name', encodeURIComponent(options.fileName))
    if (method !== 'GET' && this.antiforgery) headers.set('X-CSRF-Token', this.antiforgery)
    if (!this.isAttended()) headers.set('X-Unattended', '1')
    if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey)
    const response = await reach(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: asItIs ? body : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
    if (response.ok) return response
    if (response.status === 401) this.onUnauthorised()
    throw new ApiError(await problemOf(response))
  }
}

export function problemFrom(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem
  return { status: 0, code: 'unexpected', detail: error instanceof Error ? error.message : String(error), retryable: true }
}

export function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (wasCancelled(error)) throw error
    throw new ApiError({ status: 0, code: 'network', retryable: true })
  }
}

async function read<T>(response: Response): Promise<T> {
  const body = await response.text()
  return (body === '' ? undefined : JSON.parse(body)) as T
}

/** Proxies answer with pages of their own, so a body that is no problem document is normal. */
async function problemOf(response: Response): Promise<Problem> {
  const unavailable = response.status === 429 || response.status >= 500
  const fallback: Problem = { status: response.status, code: `http-${response.status}`, title: response.statusText, retryable: unavailable }
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) }
  } catch {
    return fallback
  }
}
