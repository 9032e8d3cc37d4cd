import type { FieldCatalogue, FieldView } from '../../client/field-types'
import type { ClockReading } from '../model/clock'
import { isUnitKey } from '../model/unit-key'
import type { Person } from './account'
import { fact, keepFact, keepPacket, packetOf } from './store'
import { ask, Unreachable, type Answer } from './wire'

export type Synced = 'fresh' | 'offline' | 'signIn' | 'refused'

const TIME = 'X-Server-Time'
const NOT_MODIFIED = 304

/** Takes along what a day without signal needs. The old copy stays until the new one is here. */
export async function sync(person: Person): Promise<Synced> {
  try {
    const catalogue = await takeCatalogue()
    return catalogue === 'fresh' ? await takePacket(person) : catalogue
  } catch (error) {
    if (error instanceof Unreachable) return 'offline'
    throw error
  }
}

async function takeCatalogue(): Promise<Synced> {
  const known = await fact('catalogue')
  const answer = await ask('GET', '/api/v1/field/catalogue', tagged(known?.tag))
  if (answer.status === NOT_MODIFIED) return 'fresh'
  const view = answer.body as FieldCatalogue | null
  if (answer.status !== 200 || !Array.isArray(view?.forms)) return failed(answer)
  await keepFact('catalogue', { view, tag: answer.headers.get('ETag') })
  return 'fresh'
}

async function takePacket(person: Person): Promise<Synced> {
  // The server refuses the whole question for one key that can't be a unit's; a list of an older page may hold one.
  const [known, besides] = [await packetOf(person.user), ((await fact('besides')) ?? []).filter(isUnitKey)]
  const query = besides.length > 0 ? `?also=${encodeURIComponent(besides.join(','))}` : ''
  const began = Date.now()
  const answer = await ask('GET', `/api/v1/inspectors/${encodeURIComponent(person.inspector)}/field${query}`, tagged(known?.tag))
  const server = Date.parse(answer.headers.get(TIME) ?? '')
  const isKnown = answer.status === NOT_MODIFIED && known !== null
  const view = isKnown ? known.view : (answer.body as FieldView | null)
  if (!(isKnown || answer.status === 200) || !Array.isArray(view?.units) || Number.isNaN(server)) return failed(answer)
  // The server wrote its time somewhere on the way: the middle is off by half the way at most.
  const reading: ClockReading = { server, device: (began + Date.now()) / 2, speed: view.clockSpeed }
  await keepPacket(person.user, { view, reading, tag: answer.headers.get('ETag') })
  return 'fresh'
}

const tagged = (tag: string | null | undefined): { headers?: Record<string, string> } => (tag ? { headers: { 'If-None-Match': tag } } : {})

function failed(answer: Answer): Synced {
  if (answer.status === 401) return 'signIn'
  return answer.status === 403 || answer.status === 404 ? (isOurs(answer) ? 'refused' : 'offline') : 'offline'
}

const isOurs = (answer: Answer): boolean => typeof (answer.body as { code?: unknown } | null)?.code === 'string'
