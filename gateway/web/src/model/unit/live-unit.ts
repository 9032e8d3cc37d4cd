import type { Past } from '../../client/endpoints/api'
import type { Link } from '../../client/live/link'
import { problemFrom, wasCancelled } from '../../client/http/http'
import type { UnitConnection, UnitListener } from '../../client/live/hub-unit-connection'
import type { Problem, UnitHint, UnitView } from '../../client/types'
import { dayOf } from '../time/past'

export interface LiveUnitState {
  unit: UnitView | null
  link: Link
  /** Why the last reading failed; what was read before stays, unless it is not for this person any more. */
  problem: Problem | null
  busy: boolean
}

export interface LiveUnitOptions {
  /** Key, e.g. "school/2133901746". */
  unit: string
  connection: UnitConnection
  read: (signal: AbortSignal, past: Past) => Promise<UnitView>
  /** What the page is about; nothing means the present. */
  past: () => Past
  /** Nobody reads for a page that nobody sees; `wake` makes it good. */
  watched: () => boolean
  onChange: (state: LiveUnitState) => void
  onUnauthorised: () => void
}

const isPresent = (past: Past): boolean => past.asOf === undefined && past.known === undefined

/** Keeps one unit right: read in full, and again whenever the hub says that it changed or another day began. */
export class LiveUnit implements UnitListener {
  private state: LiveUnitState = { unit: null, link: 'connecting', problem: null, busy: false }
  private stopped = false
  private call: AbortController | null = null
  /** The newest version read or heard of. */
  private version: number | null = null
  /** The newest day read or heard of. */
  private day: string | null = null
  private owed = false

  constructor(private readonly options: LiveUnitOptions) {}

  start(): void {
    this.options.connection.start(this)
    void this.reload()
  }

  stop(): void {
    this.stopped = true
    this.call?.abort()
    this.options.connection.stop(this.options.unit)
  }

  /** Now, whatever is under way. @param quietly without saying that it is busy */
  async reload(quietly = false): Promise<void> {
    this.call?.abort()
    const call = (this.call = new AbortController())
    const past = this.options.past()
    this.owed = false
    this.change({ busy: !quietly })
    try {
      const unit = await this.options.read(call.signal, past)
      if (isPresent(past)) {
        this.hear(unit.row.version, unit.now)
        this.owed &&= unit.row.version !== this.version || dayOf(unit.now) !== this.day // heard of in the meantime, and read already
      }
      this.change({ unit, problem: null })
    } catch (error) {
      if (wasCancelled(error) || this.call !== call) return
      const problem = problemFrom(error)
      this.change({ problem, ...(problem.status === 403 || problem.status === 404 ? { unit: null } : {}) })
    } finally {
      if (this.call === call) this.finished()
    }
  }

  /** Another instant is another page: what was shown of this one must not stand under the other's banner. */
  turn(): void {
    this.change({ unit: null, problem: null })
    void this.reload()
  }

  /** The page is looked at again, or some time passed: what is missing is read. */
  wake(): void {
    if (this.owed || this.state.link !== 'live' || this.state.problem?.retryable) this.readSoon()
  }

  onLink(link: Link): void {
    if (link !== this.state.link) this.change({ link })
  }

  onConnected(): void {
    // Refusals and trouble are the reading's to tell.
    this.options.connection.watch(this.options.unit, this.version).catch(() => undefined)
    if (this.state.problem?.retryable) this.readSoon()
  }

  onUnauthorised(): void {
    this.options.onUnauthorised()
  }

  onHint(hint: UnitHint): void {
    if (hint.unit !== this.options.unit) return
    if (hint.version === null || this.hear(hint.version, hint.now)) this.readSoon()
  }

  /** Whether that is news. */
  private hear(version: number, now: string): boolean {
    const [newer, later] = [this.version === null || version > this.version, this.day === null || dayOf(now) > this.day]
    if (newer) this.version = version
    if (later) this.day = dayOf(now)
    return newer || later
  }

  /** One reading after another: what changes while one is under way is read once it is done. */
  private readSoon(): void {
    this.owed = true
    if (!this.call && this.options.watched()) void this.reload(true)
  }

  private finished(): void {
    this.call = null
    this.change({ busy: false })
    if (this.owed && !this.state.problem && this.options.watched()) void this.reload(true)
  }

  private change(part: Partial<LiveUnitState>): void {
    if (this.stopped) return
    this.state = { ...this.state, ...part }
    this.options.onChange(this.state)
  }
}
