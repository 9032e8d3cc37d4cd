import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, HttpClient } from './http/http'
import { newOperationId } from './http/operation-id'
import { retryDelay } from './http/retry'
import { importRoster, readLines } from './endpoints/roster-import'

afterEach(() => vi.unstubAllGlobals())

function answer(body: BodyInit | null, init: ResponseInit = {}): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(async () => new Response(body, init))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const chunks = (...parts: Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })

describe('REST', () => {
  it('turns a problem document into an error that carries it', async () => {
    answer(JSON.stringify({ code: 'unknown-county', message: { zh: '没有', en: 'none' }, retryable: false }), { status: 404 })
    const error = await new HttpClient().get('/x').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ApiError)
    expect((error as ApiError).problem).toMatchObject({ status: 404, code: 'unknown-county', retryable: false })
  })

  it('takes a proxy’s page for an outage that may pass', async () => {
    answer('<html>', { status: 502 })
    await expect(new HttpClient().get('/x')).rejects.toMatchObject({ problem: { status: 502, code: 'http-502', retryable: true } })
  })

  it('says when nobody is signed in', async () => {
    answer('', { status: 401 })
    const client = new HttpClient()
    client.onUnauthorised = vi.fn()
    await expect(client.get('/x')).rejects.toBeInstanceOf(ApiError)
    expect(client.onUnauthorised).toHaveBeenCalledOnce()
  })

  it('sends token and key with what changes something, and neither with a question', async () => {
    const fetch = answer('{}')
    const client = new HttpClient()
    client.antiforgery = 'token'
    await client.send('POST', '/x', {}, { idempotencyKey: 'key' })
    await client.get('/x')
    const headers = fetch.mock.calls.map((call) => (call[1] as { headers: Headers }).headers)
    expect(headers.map((each) => [each.get('X-CSRF-Token'), each.get('Idempotency-Key')])).toEqual([['token', 'key'], [null, null]])
  })

  it('says when nobody is there to have asked', async () => {
    const fetch = answer('{}')
    const client = new HttpClient()
    await client.get('/x')
    client.isAttended = () => false
    await client.get('/x')
    expect(fetch.mock.calls.map((call) => (call[1] as { headers: Headers }).headers.get('X-Unattended'))).toEqual([null, '1'])
  })
})

describe('an import’s answer', () => {
  it('is read line by line, wherever the network cuts it', async () => {
    const bytes = new TextEncoder().encode('{"a":"检查"}\n\n{"b":1}')
    const lines: string[] = []
    for await (const line of readLines(new Response(chunks(bytes.slice(0, 7), bytes.slice(7, 15), bytes.slice(15))))) lines.push(line)
    expect(lines).toEqual(['{"a":"检查"}', '{"b":1}'])
  })

  it.each([
    ['breaks off', '{"progress":{"stage":"Reading","done":1,"total":2}}\n', 'interrupted'],
    ['ends in a problem', '{"problem":{"status":400,"code":"not-a-roster","retryable":false}}\n', 'not-a-roster'],
  ])('that %s is an error', async (_, body, code) => {
    answer(chunks(new TextEncoder().encode(body)))
    const request = { files: [], dryRun: true, confirmed: [], idempotencyKey: 'k', signal: new AbortController().signal, onProgress: () => undefined }
    await expect(importRoster(new HttpClient(), request)).rejects.toMatchObject({ problem: { code } })
  })
})

it('an operation id is a UUID of version 7 that sorts by time', () => {
  const [early, late] = [newOperationId(1_000), newOperationId(1_775_700_000_000)]
  expect(late).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < late).toBe(true)
})

it('retries never wait longer than five seconds, and not all alike', () => {
  expect(retryDelay(0, () => 1)).toBe(400)
  expect(retryDelay(50, () => 1)).toBe(3_000)
  expect(retryDelay(50, () => 0)).toBe(1_500)
})
