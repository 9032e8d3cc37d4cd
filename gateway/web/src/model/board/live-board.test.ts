import { beforeEach, describe, expect, it } from 'vitest'
import { type BoardConnection, type BoardListener, OutOfScopeError } from '../../client/live/board-connection'
import { ApiError } from '../../client/http/http'
import type { BoardView } from '../../client/types'
import { delta, schoolTally, view } from '../../testing/builders'
import { LiveBoard, type LiveBoardState } from './live-board'

class FakeConnection implements BoardConnection {
  watched: (number | null)[] = []
  refuses = false
  listener: BoardListener | null = null
  start = (listener: BoardListener): void => void (this.listener = listener)
  stop = (): void => void (this.listener = null)
  async watch(scope: string, lastVersion: number | null): Promise<void> {
    this.watched.push(lastVersion)
    if (this.refuses) throw new OutOfScopeError(scope)
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('a live board', () => {
  let connection: FakeConnection
  let state: LiveBoardState
  let warnings: string[]
  let time: number

  async function begin(load: () => Promise<BoardView> = async () => view()): Promise<LiveBoard> {
    const live = new LiveBoard({
      scope: 'county/330521', connection, load, onChange: (next) => (state = next), onUnauthorised: () => undefined,
      clock: () => time, warn: (message) => warnings.push(message),
    })
    live.start()
    await settled()
    return live
  }

  beforeEach(() => {
    connection = new FakeConnection()
    warnings = []
    time = 0
  })

  it('resumes from the version it shows', async () => {
    await begin()
    connection.listener?.onConnected()
    expect(connection.watched).toEqual([7])
  })

  it('asks for a snapshot when there is nothing to resume', async () => {
    await begin(() => new Promise(() => undefined))
    connection.listener?.onConnected()
    expect(connection.watched).toEqual([null])
  })

  it('follows deltas and says what changed', async () => {
    await begin()
    connection.listener?.onDelta(delta())
    expect(state.board?.version).toBe(8)
    expect([...state.changed]).toEqual(['school/2133901746'])
  })

  it('takes a snapshot after a gap and keeps what it shows meanwhile', async () => {
    await begin()
    connection.listener?.onDelta(delta({ from: 9, to: 10 }))
    expect(connection.watched).toEqual([null])
    expect(state.board?.version).toBe(7)
  })

  it('distrusts a message that does not add up, but not over and over', async () => {
    await begin()
    const wrong = schoolTally(5, 5)
    connection.listener?.onDelta(delta({ tally: wrong }))
    connection.listener?.onSnapshot(view({ version: 9, tally: wrong }))
    expect(connection.watched).toEqual([null])
    expect(warnings).toHaveLength(1)
    time = 60_000
    connection.listener?.onSnapshot(view({ version: 10, tally: wrong }))
    expect(connection.watched).toEqual([null, null])
  })

  it('does not let a slow REST answer undo what the hub brought', async () => {
    let answer: (found: BoardView) => void = () => undefined
    await begin(() => new Promise((resolve) => (answer = resolve)))
    connection.listener?.onSnapshot(view({ version: 12 }))
    answer(view({ version: 11 }))
    await settled()
    expect(state.board?.version).toBe(12)
  })

  it('shows why it was refused and no board', async () => {
    await begin()
    connection.refuses = true
    connection.listener?.onConnected()
    await settled()
    expect(state).toMatchObject({ board: null, problem: { code: 'out-of-scope' } })
  })

  it('says the same, whichever of the two refuses first', async () => {
    let refuse: (error: Error) => void = () => undefined
    connection.refuses = true
    await begin(() => new Promise((_, reject) => (refuse = reject)))
    connection.listener?.onConnected()
    await settled()
    const said = state.problem
    refuse(new ApiError({ status: 403, code: 'out-of-scope', retryable: false, message: { zh: '不在您的管辖范围内', en: 'outside your scope' } }))
    await settled()
    expect(state.problem).toBe(said)
  })

  it('shows a failed first load until a snapshot comes', async () => {
    await begin(() => Promise.reject(new ApiError({ status: 503, code: 'http-503', retryable: true })))
    expect(state.problem?.status).toBe(503)
    connection.listener?.onSnapshot(view())
    expect(state).toMatchObject({ problem: null, board: { version: 7 } })
  })
})
