import { computed, ref, shallowRef } from 'vue'
import type { FieldCatalogue, FieldUnit } from '../../client/field-types'
import { present, signOut as leaveSite, type Person } from '../client/account'
import { badge, keeping, type Keeping } from '../client/device'
import { flush, type Sent } from '../client/sender'
import { drafts, fact, keepFact, keepPacket, NewerStore, outbox, packetOf, whenNewer, type Packet } from '../client/store'
import { sync, type Synced } from '../client/sync'
import { timeOrOwn } from '../model/clock'
import type { Draft } from '../model/draft'
import { toSend, unsent, waitBefore, type OutboxItem } from '../model/outbox'

// What the pages show, read from this phone's storage. Everything here may be lost with the tab; nothing in the storage is.

export const ready = ref(false)
export const person = shallowRef<Person | null>(null)
export const packet = shallowRef<Packet | null>(null)
export const catalogue = shallowRef<FieldCatalogue | null>(null)
export const kept = shallowRef<Keeping | null>(null)
export const online = ref(navigator.onLine)
export const syncing = ref(false)
export const sending = ref(false)
/** Why the last sync or sending stopped. */
export const trouble = ref<'none' | 'signIn' | 'otherPerson' | 'failed' | 'refused'>('none')
/** This browser keeps nothing. */
export const broken = ref(false)
/** What this phone keeps belongs to a newer version than this page. */
export const outdated = ref(false)
export const takeOver = shallowRef<(() => void) | null>(null)
/** The device's clock, as often as pages need it. */
export const tick = ref(Date.now())

const allDrafts = shallowRef<Draft[]>([])
const allItems = shallowRef<OutboxItem[]>([])

export const now = (): number => timeOrOwn(packet.value?.reading ?? null, Date.now())

/** By the server's clock, moving with `tick`. */
export const moment = computed(() => timeOrOwn(packet.value?.reading ?? null, tick.value))

export const myDrafts = computed(() => allDrafts.value.filter((draft) => draft.owner === person.value?.user).sort((left, right) => right.startedAt.localeCompare(left.startedAt)))
export const myItems = computed(() => allItems.value.filter((item) => item.owner === person.value?.user))
export const myUnsent = computed(() => unsent(myItems.value).length)
/** Account and count of what others left on this phone. */
export const others = computed(() => {
  const counts = new Map<string, number>()
  for (const item of unsent(allItems.value)) if (item.owner !== person.value?.user) counts.set(item.owner, (counts.get(item.owner) ?? 0) + 1)
  return [...counts]
})

export const unitOf = (key: string): FieldUnit | undefined => packet.value?.view.units.find((unit) => unit.row.unit === key)

// eslint-disable-next-line compat/compat -- asked for first
const talk = 'BroadcastChannel' in globalThis ? new BroadcastChannel('supervision-field') : null

let attempt = 0
let timer: ReturnType<typeof setTimeout> | undefined

export async function boot(): Promise<void> {
  whenNewer(() => (outdated.value = true))
  try {
    person.value = await fact('person')
    await reload()
  } catch (error) {
    broken.value = !(error instanceof NewerStore)
  }
  ready.value = true
  void keeping().then((found) => (kept.value = found)) // one browser asks its person first, and waits
  addEventListener('online', () => {
    online.value = true
    void refresh()
  })
  addEventListener('offline', () => (online.value = false))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    tick.value = Date.now()
    void refresh()
  })
  setInterval(() => (tick.value = Date.now()), 15_000)
  talk?.addEventListener('message', () => void heard())
  await refresh()
}

/** Another tab changed something; it may be who works here. */
async function heard(): Promise<void> {
  person.value = await fact('person')
  await reload()
}

/** Reads again what this phone keeps. */
export async function reload(): Promise<void> {
  const who = person.value
  catalogue.value = (await fact('catalogue'))?.view ?? null
  packet.value = who ? await packetOf(who.user) : null
  allDrafts.value = await drafts()
  allItems.value = await outbox()
  badge(myUnsent.value)
}

/** Storage changed here: this page and the other tabs show it. */
export async function changed(): Promise<void> {
  await reload()
  talk?.postMessage('changed')
}

/** Takes along what is new, then sends what waits. Harmless at any time. */
export async function refresh(): Promise<void> {
  attempt = 0
  await adopt()
  await takeAlong()
  await send()
}

let underWay: Promise<Synced | 'failed'> | null = null

/** @param anew what is wanted changed just now: one under way already does not count */
export async function takeAlong(anew = false): Promise<Synced | 'failed'> {
  if (anew) await underWay
  underWay ??= takeAll().finally(() => (underWay = null))
  return underWay
}

async function takeAll(): Promise<Synced | 'failed'> {
  const who = person.value
  if (!who) return 'signIn'
  syncing.value = true
  try {
    const outcome = await sync(who)
    online.value = outcome !== 'offline'
    if (outcome === 'fresh') trouble.value = 'none'
    else if (outcome === 'refused') trouble.value = await whyRefused(who)
    else trouble.value = outcome === 'signIn' ? 'signIn' : 'failed'
    if (outcome === 'fresh') await changed()
    return outcome
  } catch {
    trouble.value = 'failed'
    return 'failed'
  } finally {
    syncing.value = false
    tick.value = Date.now()
  }
}

export async function send(): Promise<void> {
  const who = person.value
  if (!who || broken.value) return
  clearTimeout(timer)
  if (toSend(await outbox(), who.user).length === 0) return
  sending.value = true
  try {
    const outcome = await sendAll(who).catch((): Sent => 'later')
    if (outcome === 'signIn' || outcome === 'otherPerson') trouble.value = outcome
    else if (outcome === 'later') timer = setTimeout(() => void send(), waitBefore(attempt++))
    else void takeAlong() // what was delivered changes the list of the day
  } finally {
    sending.value = false
    await changed()
  }
}

/** What is handed in while the rest is sent was not on the list. */
async function sendAll(who: Person): Promise<Sent> {
  let outcome: Sent
  do outcome = await flush({ owner: who.user, now, changed: () => void changed() })
  while (outcome === 'done' && toSend(await outbox(), who.user).length > 0)
  return outcome
}

/** Somebody signed in: their own work is shown, and only theirs is sent. */
export async function enter(who: Person): Promise<void> {
  if (!broken.value) {
    await keepFact('person', who)
    await keepFact('left', null)
  }
  person.value = who
  trouble.value = 'none'
  await changed()
  await refresh()
}

/** What was taken along goes, what was written stays. Without signal the session ends when there is some. */
export async function leave(): Promise<void> {
  const who = person.value
  if (who) {
    await keepFact('left', (await leaveSite(who.user)) ? null : who.user)
    await keepPacket(who.user, null)
  }
  await keepFact('person', null)
  person.value = null
  trouble.value = 'none'
  await changed()
}

/** A person who is signed in on the desk needn't sign in again here. */
async function adopt(): Promise<void> {
  if (person.value || broken.value) return
  const left = await fact('left')
  if (left !== null) {
    if (!(await leaveSite(left))) return
    await keepFact('left', null)
  }

  const who = await present().catch(() => null)
  if (who?.kind !== 'present') return
  await keepFact('person', who.person)
  person.value = who.person
  await changed()
}

async function whyRefused(who: Person): Promise<'otherPerson' | 'refused'> {
  const now = await present().catch(() => null)
  return (now?.kind === 'present' && now.person.user !== who.user) || now?.kind === 'notInspector' ? 'otherPerson' : 'refused'
}
