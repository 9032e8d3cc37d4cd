import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draft, handedIn, NOON } from '../testing/builders'
import { flush, type Sender } from './sender'
import * as store from './store'

interface Sent { method: string; path: string; key: string | null; deviceTime: string | null; body: unknown }

const reply = { subject: 'school/1', version: 7, changed: true, visit: { held: false, counts: '2026-03', notCounted: null }, duty: null }
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status })
const session = (user: string, token = 't'): Response => json(200, { user, displayName: user, role: 'Inspector', scopes: ['county/330521', `inspector/${user}`], home: '/', unit: null, antiforgery: token })
const sender = (part: Partial<Sender> = {}): Sender => ({ owner: 'inspector-1', now: () => NOON, changed: () => undefined, ...part })

let sent: Sent[]
let answer: (request: Sent) => Response | Promise<Response>

beforeEach(async () => {
  sent = []
  answer = () => json(200, reply)
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    const request = { method: init.method ?? 'GET', path, key: headers.get('Idempotency-Key'), deviceTime: headers.get('X-Device-Time'), body: init.body }
    if (path === '/api/v1/session') return answer({ ...request, path: 'session' })
    sent.push(request)
    return answer(request)
  })
  for (const item of await store.outbox()) await forget(item.id)
})

afterEach(() => vi.unstubAllGlobals())

const asInspector = (then: (request: Sent) => Response | Promise<Response>) => (request: Sent): Response | Promise<Response> => (request.path === 'session' ? session('inspector-1') : then(request))

async function put(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await store.saveDraft(draft({ id: `draft-${id}` }), 'now')
    await store.handIn(handedIn(id))
  }
}

async function forget(id: string): Promise<void> {
  const open = indexedDB.open('supervision-field')
  await new Promise((resolve) => (open.onsuccess = resolve))
  const change = open.result.transaction('outbox', 'readwrite')
  change.objectStore('outbox').delete(id)
  await new Promise((resolve) => (change.oncomplete = resolve))
  open.result.close()
}

const stateOf = async (id: string): Promise<string | undefined> => (await store.outbox()).find((item) => item.id === id)?.state

describe('sending', () => {
  it('ends for each person by what became of their own', async () => {
    answer = (request) => (request.path === 'session' ? session('inspector-9') : json(200, reply))
    await put('a')
    expect(await Promise.all([flush(sender()), flush(sender({ owner: 'inspector-2' }))])).toEqual(['otherPerson', 'done'])
  })

  it('is done once, however often it is asked for at the same time', async () => {
    answer = asInspector(() => json(200, reply))
    await put('a', 'b')
    await Promise.all([flush(sender()), flush(sender()), flush(sender())])
    expect(sent.map((request) => request.key)).toEqual(['a', 'b'])
    expect(await stateOf('a')).toBe('delivered')
    await flush(sender())
    expect(sent).toHaveLength(2)
  })

  it('keeps everything on 401 and goes on with the same operation id and body', async () => {
    answer = (request) => (request.path === 'session' ? json(401, { code: 'not-signed-in', retryable: false }) : json(200, reply))
    await put('a')
    expect(await flush(sender())).toBe('signIn')
    expect(sent).toEqual([])
    answer = asInspector(() => json(401, { code: 'not-signed-in', retryable: false }))
    expect(await flush(sender())).toBe('signIn')
    expect(await stateOf('a')).toBe('waiting')
    answer = asInspector(() => json(200, reply))
    expect(await flush(sender())).toBe('done')
    expect(sent.map((request) => [request.key, request.body])).toEqual([['a', '{}'], ['a', '{}']])
  })

  it('sends nothing under another person’s session', async () => {
    answer = (request) => (request.path === 'session' ? session('inspector-2') : json(200, reply))
    await put('a')
    expect(await flush(sender())).toBe('otherPerson')
    expect(sent).toEqual([])
    expect(await stateOf('a')).toBe('waiting')
  })

  it('asks for a new token when the session changed under the page, and repeats', async () => {
    let stale = true
    answer = asInspector(() => {
      if (!stale) return json(200, reply)
      stale = false
      return json(400, { code: 'request-malformed', field: 'X-CSRF-Token', retryable: false })
    })
    await put('a')
    expect(await flush(sender())).toBe('done')
    expect(await stateOf('a')).toBe('delivered')
  })

  it('keeps what was refused, with its reason, and sends the next one', async () => {
    answer = asInspector((request) => (request.key === 'a' ? json(409, { code: 'visit-overlaps', field: null, message: { zh: '时间重叠', en: 'overlaps' }, retryable: false }) : json(200, reply)))
    await put('a', 'b')
    expect(await flush(sender())).toBe('done')
    expect([await stateOf('a'), await stateOf('b')]).toEqual(['refused', 'delivered'])
    const again = await store.mend('a')
    expect(again).toMatchObject({ id: 'draft-a', returned: { code: 'visit-overlaps', opId: 'a' } })
    expect(await stateOf('a')).toBeUndefined()
    expect(await store.draft('draft-a')).not.toBeNull()
    await store.dropDraft('draft-a')
  })

  it('stops when no answer comes and tells the device’s time of each attempt beside the body', async () => {
    answer = asInspector(() => Promise.reject(new TypeError('no network')))
    await put('a', 'b')
    expect(await flush(sender())).toBe('later')
    expect(sent.map((request) => request.key)).toEqual(['a'])
    expect(sent[0]!.deviceTime).toMatch(/Z$/)
    expect((await store.outbox()).find((item) => item.id === 'a')).toMatchObject({ state: 'waiting', attempts: 1, trouble: 'offline' })
  })

  it('names a photograph as the server called it when it took out what the camera wrote', async () => {
    const [mine, theirs] = ['f'.repeat(64), 'e'.repeat(64)]
    answer = asInspector((request) => (request.path.includes('/evidence') ? json(201, { hash: theirs }) : request.key ? json(200, reply) : json(404, {})))
    await store.keepPhoto({ visit: 'draft-a', hash: mine, owner: 'inspector-1', type: 'image/heic', bytes: new Uint8Array([1, 2]).buffer, width: 0, height: 0, sent: false })
    await store.saveDraft(draft({ id: 'draft-a' }), 'now')
    await store.handIn({ ...handedIn('a', { photos: [mine] }), body: JSON.stringify({ photos: [mine] }) })
    expect(await flush(sender())).toBe('done')
    expect(sent.find((request) => request.path.endsWith('/visits'))?.body).toBe(JSON.stringify({ photos: [theirs] }))
  })

  it('uploads photographs first, each once, and forgets them with the receipt', async () => {
    const photo = { visit: 'draft-a', hash: 'ff', owner: 'inspector-1', type: 'image/jpeg', bytes: new Uint8Array([1, 2]).buffer, width: 1, height: 1, sent: false }
    await store.saveDraft(draft({ id: 'draft-a' }), 'now')
    await store.keepPhoto(photo)
    await store.handIn(handedIn('a', { photos: ['ff'] }))
    answer = asInspector((request) => (request.path.includes('evidence') ? json(201, { hash: 'ff' }) : json(503, null)))
    expect(await flush(sender())).toBe('later')
    answer = asInspector(() => json(200, reply))
    expect(await flush(sender())).toBe('done')
    expect(sent.map((request) => request.path.replace('/api/v1/units/school/1/', ''))).toEqual(['evidence?hash=ff', 'visits', 'visits'])
    expect(await store.photosOf('draft-a')).toEqual([])
  })
})

describe('drafts', () => {
  it('changed in two tabs keep the first change and tell the second', async () => {
    const first = await store.saveDraft(draft({ id: 'two' }), 'now')
    await store.saveDraft({ ...first, note: 'left' }, 'now')
    await expect(store.saveDraft({ ...first, note: 'right' }, 'now')).rejects.toMatchObject({ name: 'Superseded', stored: { note: 'left' } })
    expect((await store.draft('two'))!.note).toBe('left')
  })

  it('handed in from two tabs are handed in once, and a late save does not bring them back', async () => {
    const saved = await store.saveDraft(draft({ id: 'draft-x' }), 'now')
    expect(await store.handIn(handedIn('x'))).toBe(true)
    expect(await store.handIn(handedIn('y', { visit: 'draft-x' }))).toBe(false)
    await expect(store.saveDraft({ ...saved, note: 'late' }, 'now')).rejects.toMatchObject({ stored: null })
    expect((await store.outbox()).filter((item) => item.visit === 'draft-x')).toHaveLength(1)
  })
})
