import { describe, expect, it } from 'vitest'
import { handedIn } from '../testing/builders'
import { delivered, refused, toSend, unsent, verdictOf, waitBefore } from './outbox'
import { sha256 } from './sha256'

const problem = (code: string, part: object = {}): object => ({ type: 'x', status: 422, code, field: null, message: { zh: '不行', en: 'no' }, accepted: null, retryable: false, ...part })
const reply = { subject: 'school/1', version: 7, changed: true, visit: { id: 'x', held: false, counts: '2026-03', notCounted: null }, duty: null }

describe('an answer', () => {
  it.each<[string, number, unknown, string]>([
    ['taken', 200, reply, 'delivered'],
    ['a hotel’s sign-in page', 200, null, 'later'],
    ['JSON of somebody else', 200, { ok: true }, 'later'],
    ['nobody signed in', 401, problem('not-signed-in'), 'signIn'],
    ['nobody signed in, said by a proxy', 401, null, 'signIn'],
    ['a token of an earlier session', 400, problem('request-malformed', { field: 'X-CSRF-Token' }), 'newToken'],
    ['malformed', 400, problem('request-malformed', { field: 'kind' }), 'refused'],
    ['out of scope', 403, problem('out-of-scope'), 'refused'],
    ['a conflict', 409, problem('visit-overlaps'), 'refused'],
    ['a missing remark', 422, problem('remark-missing'), 'refused'],
    ['a proxy’s 404', 404, null, 'later'],
    ['too many', 429, problem('http-429', { retryable: true }), 'later'],
    ['the store is away', 503, problem('none', { retryable: true }), 'later'],
    ['a broken server', 500, null, 'later'],
  ])('that is %s (%i) means %4$s', (_, status, body, kind) => expect(verdictOf(status, body).kind).toBe(kind))
})

describe('the outbox', () => {
  const items = [handedIn('b', { handedInAt: '2026-03-02T05:00:00Z', state: 'sending' }), handedIn('a'), handedIn('c', { owner: 'another' }), handedIn('d', { state: 'refused' }), handedIn('e', { state: 'delivered' })]

  it('sends one person’s visits in the order they were handed in, also one a killed tab was sending', () => {
    expect(toSend(items, 'inspector-1').map((item) => item.id)).toEqual(['a', 'b'])
  })

  it('counts as not uploaded all that is not delivered', () => expect(unsent(items)).toHaveLength(4))

  it('keeps the receipt of what is delivered, and the reason and draft of what comes back', () => {
    expect(delivered(handedIn('a'), reply, 'now')).toMatchObject({ state: 'delivered', draft: null, receipt: { subject: 'school/1', version: 7, counts: '2026-03', held: false } })
    expect(refused(handedIn('a'), { status: 422, code: 'remark-missing', field: 'content.remarks', message: { zh: '缺少说明', en: '' }, retryable: false }, 'now'))
      .toMatchObject({ state: 'refused', draft: { id: 'draft-a' }, returned: { code: 'remark-missing', field: 'content.remarks', opId: 'a' } })
  })

  it('waits longer each time, five minutes at most, and never gives up', () => {
    expect([0, 1, 2].map((attempt) => waitBefore(attempt, () => 1))).toEqual([2_000, 4_000, 8_000])
    expect(waitBefore(1_000, () => 1)).toBe(300_000)
    expect(waitBefore(1_000, () => 0)).toBe(150_000)
  })
})

describe('a hash without HTTPS', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 1_000, 100_003])('of %i bytes is the browser’s own', async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + 7) % 256)
    const known = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
    expect(sha256(bytes)).toBe(known)
  })
})
