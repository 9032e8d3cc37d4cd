import { type BoardConnection, type BoardListener, OutOfScopeError } from '../../client/live/board-connection'
import { problemFrom } from '../../client/http/http'
import type { Link } from '../../client/live/link'
import type { BoardDelta, BoardView, Problem } from '../../client/types'
import { applyDelta, type Board, boardOf, changedBetween } from './board'
import { tallyDifferences } from './tally'

/** A snapshot that does not add up either would be asked for without end; so at most one in this many milliseconds. */
const DISTRUST_PAUSE = 30_000

export interface LiveBoardState {
  board: Board | null
  link: Link
  /** Why there is nothing to show; null while loading or when a board is there. */
  problem: Problem | null
  /** Rows the last message touched. */
  changed: ReadonlySet<string>
  /** `performance.now()` when the last message came. */
  receivedAt: number
}

export interface LiveBoardOptions {
  scope: string
  connection: BoardConnection
  /** The same board over REST: it is there first, and its refusals say why. */
  load: (scope: string) => Promise<BoardView>
  onChange: (state: LiveBoardState) => void
  onUnauthorised: () => void
  clock?: () => number
  warn?: (message: string) => void
}

/** Keeps one board right: snapshot, then deltas; on a gap, after an interruption or when it does not add up, it asks again. */
export class LiveBoard implements BoardListener {
  private state: LiveBoardState = { board: null, link: 'connecting', problem: null, changed: new Set(), receivedAt: 0 }
  private stopped = false
  private distrustedAt = -Infinity
  private readonly clock: () => number

  constructor(private readonly options: LiveBoardOptions) {
    this.clock = options.clock ?? (() => performance.now())
  }

  start(): void {
    this.options.connection.start(this)
    void this.load()
  }

  stop(): void {
    this.stopped = true
    this.options.connection.stop(this.options.scope)
  }

  /** After a refusal or failure, when a person asks for it. */
  async retry(): Promise<void> {
    await this.load()
    await this.refresh()
  }

  private async load(): Promise<void> {
    this.change({ problem: null })
    try {
      const view = await this.options.load(this.options.scope)
      if (view.version >= (this.state.board?.version ?? -1)) this.onSnapshot(view)
    } catch (error) {
      const problem = problemFrom(error)
      // The hub may have refused first; it says the same, of boards.
      if (!this.state.board && problem.code !== this.state.problem?.code) this.change({ problem })
    }
  }

  /** Asks for everything after the version shown. */
  refresh = (): Promise<void> => this.watch(this.state.board?.version ?? null)

  onLink(link: Link): void {
    if (link !== this.state.link) this.change({ link })
  }

  onConnected(): void {
    void this.refresh()
  }

  onUnauthorised(): void {
    this.options.onUnauthorised()
  }

  onSnapshot(view: BoardView): void {
    if (view.scope !== this.options.scope) return
    const board = boardOf(view)
    this.show(board, this.state.board ? changedBetween(this.state.board, board) : new Set())
  }

  onDelta(delta: BoardDelta): void {
    if (delta.scope !== this.options.scope || !this.state.board) return
    const applied = applyDelta(this.state.board, delta)
    if (applied.kind === 'applied') this.show(applied.board, applied.changed)
    else if (applied.kind === 'gap') void this.watch(null)
  }

  private show(board: Board, changed: ReadonlySet<string>): void {
    this.change({ board, changed, problem: null, receivedAt: this.clock() })
    const differences = tallyDifferences(board)
    if (differences.length === 0 || this.clock() - this.distrustedAt < DISTRUST_PAUSE) return
    this.distrustedAt = this.clock()
    const warn = this.options.warn ?? console.warn
    warn(`${board.scope} version ${board.version} does not add up, taking a snapshot. ${differences.join('; ')}`)
    void this.watch(null)
  }

  private async watch(lastVersion: number | null): Promise<void> {
    try {
      await this.options.connection.watch(this.options.scope, lastVersion)
    } catch (error) {
      // Anything but a refusal is the connection's own trouble; it comes back by itself and asks again.
      if (error instanceof OutOfScopeError) this.change({ board: null, problem: { status: 403, code: 'out-of-scope', retryable: false } })
    }
  }

  private change(part: Partial<LiveBoardState>): void {
    if (this.stopped) return
    this.state = { ...this.state, ...part }
    this.options.onChange(this.state)
  }
}
