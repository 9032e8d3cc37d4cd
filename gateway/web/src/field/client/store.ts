import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { FieldCatalogue, FieldView } from '../../client/field-types'
import type { ClockReading } from '../model/clock'
import type { Draft } from '../model/draft'
import type { OutboxItem } from '../model/outbox'
import type { Person } from './account'

/** What was taken along, and when by the server's clock. */
export interface Packet { view: FieldView; reading: ClockReading; tag: string | null }

export interface Photo {
  /** The draft it belongs to. */
  visit: string
  /** SHA-256, lower-case hex. */
  hash: string
  owner: string
  type: string
  bytes: ArrayBuffer
  width: number
  height: number
  /** The server has it. */
  sent: boolean
}

interface Facts {
  person: Person
  catalogue: { view: FieldCatalogue; tag: string | null }
  /** Whoever signed out without signal: their session is still to be ended, and must not let them in until it is. */
  left: string
  /** Unit keys taken along besides the own ones. */
  besides: string[]
}

interface Schema extends DBSchema {
  facts: { key: string; value: unknown }
  drafts: { key: string; value: Draft }
  outbox: { key: string; value: OutboxItem }
  photos: { key: [string, string]; value: Photo; indexes: { visit: string } }
}

const NAME = 'supervision-field'
const KEPT_RECEIPTS = 50

let opened: Promise<IDBPDatabase<Schema>> | null = null

function db(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('facts')
      database.createObjectStore('drafts', { keyPath: 'id' })
      database.createObjectStore('outbox', { keyPath: 'id' })
      database.createObjectStore('photos', { keyPath: ['visit', 'hash'] }).createIndex('visit', 'visit')
    },
    // The browser may close it, when it needs the space or another version is installed; the next call opens it again.
    terminated: () => (opened = null),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
  opened.catch(() => (opened = null))
  return opened
}

/** The draft on this phone is another than the one that was changed: another tab has it too. */
export class Superseded extends Error {
  constructor(readonly stored: Draft | null) {
    super('changed elsewhere')
    this.name = 'Superseded'
  }
}

/** Nothing in it that can't be stored: what Vue wraps, for example. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export async function fact<K extends keyof Facts>(key: K): Promise<Facts[K] | null> {
  return ((await (await db()).get('facts', key)) as Facts[K] | undefined) ?? null
}

export async function keepFact<K extends keyof Facts>(key: K, value: Facts[K] | null): Promise<void> {
  if (value === null) await (await db()).delete('facts', key)
  else await (await db()).put('facts', plain(value), key)
}

export const packetOf = async (owner: string): Promise<Packet | null> => ((await (await db()).get('facts', `packet/${owner}`)) as Packet | undefined) ?? null

export async function keepPacket(owner: string, packet: Packet | null): Promise<void> {
  if (packet) await (await db()).put('facts', plain(packet), `packet/${owner}`)
  else await (await db()).delete('facts', `packet/${owner}`)
}

export const drafts = async (): Promise<Draft[]> => (await db()).getAll('drafts')

export const draft = async (id: string): Promise<Draft | null> => (await (await db()).get('drafts', id)) ?? null

/** @throws Superseded and keeps what is stored */
export async function saveDraft(changed: Draft, now: string): Promise<Draft> {
  const next: Draft = { ...plain(changed), revision: changed.revision + 1, savedAt: now }
  const change = (await db()).transaction('drafts', 'readwrite')
  const stored = await change.store.get(changed.id)
  if (stored ? stored.revision !== changed.revision : changed.revision > 0) {
    await change.done
    throw new Superseded(stored ?? null)
  }
  await change.store.put(next)
  await change.done
  return next
}

export async function dropDraft(id: string): Promise<void> {
  const change = (await db()).transaction(['drafts', 'photos'], 'readwrite')
  await change.objectStore('drafts').delete(id)
  await dropPhotos(change.objectStore('photos'), id)
  await change.done
}

/** Draft and outbox change together: a tab killed here leaves the one or the other. False when the draft is gone: it was handed in elsewhere. */
export async function handIn(item: OutboxItem): Promise<boolean> {
  const change = (await db()).transaction(['drafts', 'outbox'], 'readwrite')
  const found = await change.objectStore('drafts').get(item.visit)
  if (found) {
    await change.objectStore('drafts').delete(item.visit)
    await change.objectStore('outbox').put(plain(item))
  }
  await change.done
  return found !== undefined
}

/** One that was sent back becomes a draft again; it will be handed in under a new operation id. */
export async function mend(id: string): Promise<Draft | null> {
  const change = (await db()).transaction(['drafts', 'outbox', 'photos'], 'readwrite')
  const item = await change.objectStore('outbox').get(id)
  const again = item?.state === 'refused' && item.draft ? { ...item.draft, returned: item.returned } : null
  if (again) {
    await change.objectStore('drafts').put(again)
    await change.objectStore('outbox').delete(id)
    for (const photo of await change.objectStore('photos').index('visit').getAll(again.id)) await change.objectStore('photos').put({ ...photo, sent: false })
  }
  await change.done
  return again
}

export const outbox = async (): Promise<OutboxItem[]> => (await db()).getAll('outbox')

/** One that another tab delivered stays delivered. */
export async function keepItem(item: OutboxItem): Promise<void> {
  const change = (await db()).transaction(['outbox', 'photos'], 'readwrite')
  const stored = await change.objectStore('outbox').get(item.id)
  if (stored && stored.state !== 'delivered') {
    await change.objectStore('outbox').put(plain(item))
    if (item.state === 'delivered') {
      await dropPhotos(change.objectStore('photos'), item.visit)
      await forget(change.objectStore('outbox'))
    }
  }
  await change.done
}

export const photosOf = async (visit: string): Promise<Photo[]> => (await db()).getAllFromIndex('photos', 'visit', visit)

export const photo = async (visit: string, hash: string): Promise<Photo | null> => (await (await db()).get('photos', [visit, hash])) ?? null

export async function keepPhoto(taken: Photo): Promise<void> {
  await (await db()).put('photos', taken)
}

export async function dropPhoto(visit: string, hash: string): Promise<void> {
  await (await db()).delete('photos', [visit, hash])
}

interface PhotoStore { index(name: 'visit'): { getAllKeys(query: string): Promise<[string, string][]> }; delete(key: [string, string]): Promise<void> }

async function dropPhotos(store: PhotoStore, visit: string): Promise<void> {
  for (const key of await store.index('visit').getAllKeys(visit)) await store.delete(key)
}

/** Old receipts make room; what is not delivered is never touched. */
async function forget(store: { getAll(): Promise<OutboxItem[]>; delete(key: string): Promise<void> }): Promise<void> {
  const receipts = (await store.getAll()).filter((item) => item.state === 'delivered').sort((left, right) => right.handedInAt.localeCompare(left.handedInAt))
  for (const old of receipts.slice(KEPT_RECEIPTS)) await store.delete(old.id)
}
