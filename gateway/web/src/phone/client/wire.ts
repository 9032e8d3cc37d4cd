/** An answer as it came; `body` is null when it was no JSON, as a hotel's sign-in page is none. */
export interface Answer { status: number; body: unknown; headers: Headers }

export interface Sending {
  json?: string
  bytes?: { content: ArrayBuffer; type: string }
  headers?: Record<string, string>
  /** Milliseconds; a connection that is neither up nor down would otherwise hold everything up. */
  timeout?: number
}

/** No answer came. */
export class Unreachable extends Error {
  constructor() {
    super('no answer')
    this.name = 'Unreachable'
  }
}

export const PATIENCE = 30_000
export const PHOTO_PATIENCE = 180_000

/** @throws Unreachable */
export async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, sending: Sending = {}): Promise<Answer> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), sending.timeout ?? PATIENCE)
  try {
    const response = await fetch(path, {
      method,
      headers: { Accept: 'application/json', ...typeOf(sending), ...sending.headers },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: stop.signal,
      ...(sending.json === undefined ? {} : { body: sending.json }),
      ...(sending.bytes === undefined ? {} : { body: sending.bytes.content }),
    })
    return { status: response.status, body: parse(await response.text()), headers: response.headers }
  } catch {
    throw new Unreachable()
  } finally {
    clearTimeout(timer)
  }
}

export const unitPath = (unit: string): string => `/api/v1/units/${unit.split('/').map(encodeURIComponent).join('/')}`

function typeOf(sending: Sending): Record<string, string> {
  if (sending.json !== undefined) return { 'Content-Type': 'application/json' }
  return sending.bytes ? { 'Content-Type': sending.bytes.type } : {}
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
