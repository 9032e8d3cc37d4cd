import { delivered, refused, toSend, verdictOf, type OutboxItem, type Verdict } from '../model/outbox'
import { iso } from '../model/clock'
import { present } from './account'
import { keepItem, keepPhoto, outbox, photosOf } from './store'
import { ask, PHOTO_PATIENCE, unitPath, Unreachable, type Answer } from './wire'

/** Why sending ended. */
export type Sent = 'done' | 'later' | 'signIn' | 'otherPerson'

export interface Sender {
  owner: string
  /** The server's time now. */
  now: () => number
  /** Something in the outbox changed. */
  changed: () => void
}

const LOCK = 'supervision-field-outbox'

const running = new Map<string, Promise<Sent>>()

/** One sender a person and tab (the promise) and a device (the lock): without both, two overlapping calls would send everything twice. */
export function flush(sender: Sender): Promise<Sent> {
  const already = running.get(sender.owner)
  if (already) return already
  const work = alone(() => sendAll(sender)).finally(() => running.delete(sender.owner))
  running.set(sender.owner, work)
  return work
}

/** Without locks, which plain HTTP does not have, the operation ids alone see to it that nothing counts twice. */
// eslint-disable-next-line compat/compat -- asked for first
const alone = async (work: () => Promise<Sent>): Promise<Sent> => ('locks' in navigator && navigator.locks ? await navigator.locks.request(LOCK, work) : await work())

async function sendAll(sender: Sender): Promise<Sent> {
  const items = toSend(await outbox(), sender.owner)
  if (items.length === 0) return 'done'
  let token = await tokenOf(sender.owner)
  if (!('token' in token)) return token.stop
  let outcome: Sent = 'done'
  for (const item of items) {
    let verdict = await sendOne(sender, item, token.token)
    if (verdict.kind === 'newToken') {
      token = await tokenOf(sender.owner)
      if (!('token' in token)) return stopped(sender, item, token.stop)
      verdict = await sendOne(sender, item, token.token)
    }
    if (verdict.kind === 'delivered') await keepItem(delivered(item, verdict.reply, iso(sender.now())))
    else if (verdict.kind === 'refused') await keepItem(refused(item, verdict.problem, iso(sender.now())))
    else if (verdict.kind === 'later') {
      // The next one may still go through: one visit's trouble must not keep the others on the phone.
      await keepItem({ ...item, state: 'waiting', attempts: item.attempts + 1, trouble: verdict.trouble })
      outcome = 'later'
      if (verdict.trouble === OFFLINE) return stopped(sender, null, 'later')
    } else return stopped(sender, item, 'signIn')
    sender.changed()
  }
  return outcome
}

async function stopped(sender: Sender, item: OutboxItem | null, why: Sent): Promise<Sent> {
  if (item) await keepItem({ ...item, state: 'waiting' })
  sender.changed()
  return why
}

const OFFLINE = 'offline'

/** Photographs first: no visit may name a file nobody has. */
async function sendOne(sender: Sender, item: OutboxItem, token: string): Promise<Verdict> {
  await keepItem({ ...item, state: 'sending' })
  sender.changed()
  const photos = await photosOf(item.visit)
  for (const photo of photos.filter((one) => item.photos.includes(one.hash) && !one.sent)) {
    const answer = await tryTo(() => ask('POST', `${unitPath(item.unit)}/evidence?hash=${photo.hash}`, {
      bytes: { content: photo.bytes, type: photo.type },
      headers: { 'X-CSRF-Token': token },
      timeout: PHOTO_PATIENCE,
    }))
    const stored = (answer?.body as { hash?: unknown } | null)?.hash
    if (!answer || typeof stored !== 'string') return answer ? verdictOf(answer.status, answer.body) : { kind: 'later', trouble: OFFLINE }
    photo.sent = true
    if (stored !== photo.hash) photo.stored = stored
    await keepPhoto(photo)
  }
  // The server keeps photographs without what a camera writes into them, and may call them by another hash.
  const body = photos.reduce((text, photo) => (photo.stored ? text.split(photo.hash).join(photo.stored) : text), item.body)
  const answer = await tryTo(() => ask('POST', `${unitPath(item.unit)}/visits`, {
    json: body,
    headers: { 'X-CSRF-Token': token, 'Idempotency-Key': item.id, 'X-Device-Time': iso(Date.now()) },
  }))
  return answer ? verdictOf(answer.status, answer.body) : { kind: 'later', trouble: OFFLINE }
}

async function tokenOf(owner: string): Promise<{ token: string } | { stop: Sent }> {
  const who = await present()
  switch (who.kind) {
    case 'present':
      return who.person.user === owner ? { token: who.token } : { stop: 'otherPerson' }
    case 'nobody':
      return { stop: 'signIn' }
    case 'notInspector':
      return { stop: 'otherPerson' }
    case 'offline':
      return { stop: 'later' }
  }
}

/** Null when no answer came. */
async function tryTo(asking: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await asking()
  } catch (error) {
    if (error instanceof Unreachable) return null
    throw error
  }
}
