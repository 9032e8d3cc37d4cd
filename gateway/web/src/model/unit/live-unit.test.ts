import { beforeEach, describe, expect, it } from 'vitest'
import type { Past } from '../../client/endpoints/api'
import { ApiError } from '../../client/http/http'
import type { UnitConnection, UnitListener } from '../../client/live/hub-unit-connection'
import type { UnitHint, UnitView } from '../../client/types'
import { row } from '../../testing/builders'
import { unit } from '../../testing/cases'
import { LiveUnit, type LiveUnitState } from './live-unit'

const KEY = 'school/2133901746'

class FakeConnection implements UnitConnection {
  watched: (number | null)[] = []
  listener: UnitListener | null = null
  start = (listener: UnitListener): void => void (this.listener = listener)
  stop = (): void => void (this.listener = null)
  watch = async (_: string, lastVersion: number | null): Promise<void> => {
    this.watched.push(lastVersion)
    this.listener?.onLink('live')
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
const at = (version: number): UnitView => unit({}, { row: row({ version }) })
const hint = (part: Partial<UnitHint> = {}): UnitHint => ({ unit: KEY, version: 3, now: '2026-04-10T03:00:00Z', ...part })

describe('a live unit', () => {
  let connection: FakeConnection
  let state: LiveUnitState
  let answers: (() => Promise<UnitView>)[]
  let reads: Past[]
  let past: Past
  let visible: boolean
  let live: LiveUnit

  beforeEach(async () => {
    connection = new FakeConnection()
    reads = []
    past = {}
    visible = true
    answers = [async () => at(2)]
    live = new LiveUnit({
      unit: KEY, connection, past: () => past, watched: () => visible, onChange: (next) => (state = next), onUnauthorised: () => undefined,
      read: (_, wanted) => {
        reads.push(wanted)
        return (answers.shift() ?? (async () => at(9)))()
      },
    })
    live.start()
    await settled()
    connection.listener?.onConnected()
    await settled()
  })

  it('is watched from the version it shows, and is live then', () => {
    expect(connection.watched).toEqual([2])
    expect(state).toMatchObject({ link: 'live', busy: false, unit: { row: { version: 2 } } })
  })

  it('reads again when it changed, and not for what it has', async () => {
    connection.listener?.onHint(hint({ version: 2 }))
    connection.listener?.onHint(hint({ unit: 'school/1', version: 8 }))
    expect(reads).toHaveLength(1)
    connection.listener?.onHint(hint())
    await settled()
    expect(reads).toHaveLength(2)
    expect(state.unit?.row.version).toBe(9)
  })

  it('reads again when another day began', async () => {
    connection.listener?.onHint(hint({ version: 2, now: '2026-04-10T16:00:00Z' }))
    await settled()
    expect(reads).toHaveLength(2)
  })

  it('reads once more for all that changed during a reading, and never gives up the one under way', async () => {
    let answer: (found: UnitView) => void = () => undefined
    answers = [() => new Promise((resolve) => (answer = resolve))]
    for (let version = 3; version < 8; version++) connection.listener?.onHint(hint({ version }))
    expect(reads).toHaveLength(2)
    answer(at(4))
    await settled()
    expect(reads).toHaveLength(3)
    expect(state.unit?.row.version).toBe(9)
  })

  it('reads no more when what was told meanwhile is what was read', async () => {
    answers = [async () => at(3)]
    connection.listener?.onHint(hint())
    connection.listener?.onHint(hint({ version: 3, now: '2026-04-10T03:00:05Z' }))
    await settled()
    expect(reads).toHaveLength(2)
  })

  it('leaves it while nobody looks, and makes it good afterwards', async () => {
    visible = false
    connection.listener?.onHint(hint())
    expect(reads).toHaveLength(1)
    visible = true
    live.wake()
    await settled()
    expect(reads).toHaveLength(2)
    live.wake()
    expect(reads).toHaveLength(2)
  })

  it('is read now and then while the line is down', async () => {
    connection.listener?.onLink('reconnecting')
    live.wake()
    await settled()
    expect(reads).toHaveLength(2)
  })

  it('asks from what it has when the line is back', () => {
    connection.listener?.onLink('reconnecting')
    connection.listener?.onConnected()
    expect(connection.watched).toEqual([2, 2])
  })

  it('keeps what it has when a reading fails, and tries again', async () => {
    answers = [() => Promise.reject(new ApiError({ status: 503, code: 'http-503', retryable: true }))]
    connection.listener?.onHint(hint())
    await settled()
    expect(state).toMatchObject({ problem: { status: 503 }, unit: { row: { version: 2 } } })
    live.wake()
    await settled()
    expect(state).toMatchObject({ problem: null, unit: { row: { version: 9 } } })
  })

  it('shows nothing any more once it is out of scope', async () => {
    answers = [() => Promise.reject(new ApiError({ status: 403, code: 'out-of-scope', retryable: false }))]
    connection.listener?.onHint(hint({ version: null }))
    await settled()
    expect(state).toMatchObject({ problem: { code: 'out-of-scope' }, unit: null })
  })

  it('shows nothing of one instant under another, and reads a past again when it may have become another', async () => {
    past = { asOf: '2026-03-31T23:59:59+08:00' }
    live.turn()
    expect(state).toMatchObject({ unit: null, busy: true })
    await settled()
    connection.listener?.onHint(hint())
    await settled()
    expect(reads).toEqual([{}, past, past])
  })
})
