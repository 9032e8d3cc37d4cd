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
  /** What the server calls it: it keeps photographs without what a camera writes into them. Absent until it was sent, or when the name is the same. */
  stored?: string
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

/** This page is older than what another page or a newer version made of the storage; nothing is lost, the page has to be loaded again. */
export class NewerStore extends Error {
  constructor() {
    super('the storage belongs to a newer version')
    this.name = 'NewerStore'
  }
}

const close = (): void => void (opened = null)

function open(): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('facts')
      database.createObjectStore('drafts', { keyPath: 'id' })
      database.createObjectStore('outbox', { keyPath: 'id' })
      database.createObjectStore('photos', { keyPath: ['visit', 'hash'] }).createIndex('visit', 'visit')
    },
    // The browser may close it, when it needs the space or another version is installed; the next call opens it again.
    terminated: close,
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      close()
    },
  })
  opening.catch(() => opened === opening && close())
  return opening
}

let newer: () => void = () => undefined

/** Hears it as well, whoever it was that found the storage newer. */
export const whenNewer = (hear: () => void): void => void (newer = hear)

/**
 * Works on the storage. Some browsers close it behind a page in the background and do not say so; then it is opened again and the work is
 * done once more. That is harmless, since all of a piece of work happens in one transaction: a broken one left nothing behind.
 * @throws NewerStore
 */
async function within<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  try {
    return await work(await (opened ??= open()))
  } catch (error) {
    if (nameOf(error) === 'VersionError') throw outdated()
    if (!CLOSED.includes(nameOf(error))) throw error
    close()
  }
  try {
    return await work(await (opened ??= open()))
  } catch (error) {
    throw nameOf(error) === 'VersionError' ? outdated() : error
  }
}

function outdated(): NewerStore {
  newer()
  return new NewerStore()
}

/** What a closed connection answers: to a new transaction, to one under way, and in the words of Safari's lost server process. */
const CLOSED = ['InvalidStateError', 'AbortError', 'UnknownError']

const nameOf = (error: unknown): string => (error instanceof DOMException || error instanceof Error ? error.name : '')

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
  return ((await within((db) => db.get('facts', key))) as Facts[K] | undefined) ?? null
}

export async function keepFact<K extends keyof Facts>(key: K, value: Facts[K] | null): Promise<void> {
  await within<unknown>((db) => (value === null ? db.delete('facts', key) : db.put('facts', plain(value), key)))
}

export const packetOf = async (owner: string): Promise<Packet | null> => ((await within((db) => db.get('facts', `packet/${owner}`))) as Packet | undefined) ?? null

export async function keepPacket(owner: string, packet: Packet | null): Promise<void> {
  await within<unknown>((db) => (packet ? db.put('facts', plain(packet), `packet/${owner}`) : db.delete('facts', `packet/${owner}`)))
}

export const drafts = (): Promise<Draft[]> => within((db) => db.getAll('drafts'))

export const draft = async (id: string): Promise<Draft | null> => (await within((db) => db.get('drafts', id))) ?? null

/** @throws Superseded and keeps what is stored */
export function saveDraft(changed: Draft, now: string): Promise<Draft> {
  const next: Draft = { ...plain(changed), revision: changed.revision + 1, savedAt: now }
  return within(async (db) => {
    const change = db.transaction('drafts', 'readwrite')
    const stored = await change.store.get(changed.id)
    if (stored ? stored.revision !== changed.revision : changed.revision > 0) {
      await change.done
      throw new Superseded(stored ?? null)
    }
    await change.store.put(next)
    await change.done
    return next
  })
}

export function dropDraft(id: string): Promise<void> {
  return within(async (db) => {
    const change = db.transaction(['drafts', 'photos'], 'readwrite')
    await change.objectStore('drafts').delete(id)
    await dropPhotos(change.objectStore('photos'), id)
    await change.done
  })
}

/** Draft and outbox change together: a tab killed here leaves the one or the other. False when the draft is gone: it was handed in elsewhere. */
export function handIn(item: OutboxItem): Promise<boolean> {
  return within(async (db) => {
    const change = db.transaction(['drafts', 'outbox'], 'readwrite')
    const found = await change.objectStore('drafts').get(item.visit)
    const there = await change.objectStore('outbox').get(item.id)
    if (found) {
      await change.objectStore('drafts').delete(item.visit)
      await change.objectStore('outbox').put(plain(item))
    }
    await change.done
    return found !== undefined || there !== undefined
  })
}

/** One that was sent back becomes a draft again; it will be handed in under a new operation id. */
export function mend(id: string): Promise<Draft | null> {
  return within(async (db) => {
    const change = db.transaction(['drafts', 'outbox', 'photos'], 'readwrite')
    const item = await change.objectStore('outbox').get(id)
    const again = item?.state === 'refused' && item.draft ? { ...item.draft, returned: item.returned } : null
    if (again) {
      await change.objectStore('drafts').put(again)
      await change.objectStore('outbox').delete(id)
      for (const photo of await change.objectStore('photos').index('visit').getAll(again.id)) await change.objectStore('photos').put({ ...photo, sent: false })
    }
    await change.done
    return again
  })
}

export const outbox = (): Promise<OutboxItem[]> => within((db) => db.getAll('outbox'))

/** One that another tab delivered stays delivered. */
export function keepItem(item: OutboxItem): Promise<void> {
  return within(async (db) => {
    const change = db.transaction(['outbox', 'photos'], 'readwrite')
    const stored = await change.objectStore('outbox').get(item.id)
    if (stored && stored.state !== 'delivered') {
      await change.objectStore('outbox').put(plain(item))
      if (item.state === 'delivered') {
        await dropPhotos(change.objectStore('photos'), item.visit)
        await forget(change.objectStore('outbox'))
      }
    }
    await change.done
  })
}

export const photosOf = (visit: string): Promise<Photo[]> => within((db) => db.getAllFromIndex('photos', 'visit', visit))

export const photo = async (visit: string, hash: string): Promise<Photo | null> => (await within((db) => db.get('photos', [visit, hash]))) ?? null

export async function keepPhoto(taken: Photo): Promise<void> {
  await within((db) => db.put('photos', taken))
}

export async function dropPhoto(visit: string, hash: string): Promise<void> {
  await within((db) => db.delete('photos', [visit, hash]))
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
