import { afterEach, describe, expect, it, vi } from 'vitest'
import { present, signIn, signOut } from './account'

const session = { user: 'inspector-1', displayName: '督学一', role: 'Inspector', scopes: ['county/330521', 'inspector/督学-1'], home: '/county/330521', unit: null, antiforgery: 'token' }

afterEach(() => vi.unstubAllGlobals())

function answer(status: number, body: string): { sent: () => unknown } {
  const fetch = vi.fn(async (_path: string, _init: RequestInit) => new Response(body, { status }))
  vi.stubGlobal('fetch', fetch)
  return { sent: () => JSON.parse(String(fetch.mock.calls[0]![1].body)) as unknown }
}

describe('signing in', () => {
  it.each<[string, number, string, string]>([
    ['an inspector', 200, JSON.stringify(session), 'signedIn'],
    ['somebody of the county', 200, JSON.stringify({ ...session, scopes: ['county/330521'] }), 'notInspector'],
    ['a second factor still to come', 401, JSON.stringify({ code: 'second-factor-needed', field: 'code', message: { zh: '验证码', en: 'code' } }), 'codeNeeded'],
    ['a wrong password', 401, JSON.stringify({ code: 'not-signed-in', message: { zh: '不正确', en: 'wrong' } }), 'refused'],
    ['a hotel’s page', 200, '<html>', 'offline'],
  ])('as %s (%i)', async (_, status, body, kind) => {
    answer(status, body)
    expect((await signIn('inspector-1', 'secret', null)).kind).toBe(kind)
  })

  it('sends the code with name and password when there is one', async () => {
    const { sent } = answer(200, JSON.stringify(session))
    await signIn('inspector-1', 'secret', '123456')
    expect(sent()).toEqual({ userName: 'inspector-1', password: 'secret', code: '123456' })
  })
})

describe('the present session', () => {
  it('names the person and the token for changes', async () => {
    answer(200, JSON.stringify(session))
    expect(await present()).toEqual({ kind: 'present', person: { user: 'inspector-1', displayName: '督学一', inspector: '督学-1' }, token: 'token' })
  })

  it.each<[number, string, string]>([[401, '', 'nobody'], [200, JSON.stringify({ ...session, scopes: [] }), 'notInspector'], [502, '<html>', 'offline']])('answered %i is %3$s', async (status, body, kind) => {
    answer(status, body)
    expect((await present()).kind).toBe(kind)
  })
})

describe('signing out', () => {
  function server(standing: Response, ends: () => Response | Promise<Response> = () => new Response(null, { status: 204 })): string[] {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (_: string, init: RequestInit = {}) => {
      asked.push(init.method ?? 'GET')
      return init.method === 'DELETE' ? ends() : standing.clone()
    })
    return asked
  }

  const standing = (): Response => new Response(JSON.stringify(session))

  it('ends the person’s session', async () => {
    const asked = server(standing())
    expect(await signOut('inspector-1')).toBe(true)
    expect(asked).toEqual(['GET', 'DELETE'])
  })

  it('leaves another person’s session alone', async () => {
    const asked = server(standing())
    expect(await signOut('inspector-2')).toBe(true)
    expect(asked).toEqual(['GET'])
  })

  it.each<[string, () => Response | Promise<Response>]>([
    ['the server failed', () => new Response('', { status: 503 })],
    ['the signal went', () => Promise.reject(new TypeError('failed to fetch'))],
  ])('is still to be done when %s', async (_, ends) => {
    server(standing(), ends)
    expect(await signOut('inspector-1')).toBe(false)
  })
})
