import { computed, type ComputedRef, onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import { HubBoardConnection } from '../../client/live/hub-board-connection'
import { drawnTogether } from '../../model/board/drawn-together'
import { ageOf, type ClockReading, type Freshness, freshnessOf, serverNow } from '../../model/time/freshness'
import { LiveBoard, type LiveBoardState } from '../../model/board/live-board'
import { api } from '../../session/session'
import { useSignIn } from '../../session/sign-in'

/** How long a changed row keeps its cue, in milliseconds. */
const CUE = 2_400
const TICK = 1_000

/** What changes within this many milliseconds of a drawing is drawn together: a busy board needs no more than eyes follow. */
const TOGETHER = 150

export interface LiveBoardView {
  state: ShallowRef<LiveBoardState>
  /** Keys of rows that changed a moment ago. */
  cued: ShallowRef<ReadonlySet<string>>
  /** The server's clock now; null before the first message. */
  now: ComputedRef<number | null>
  /** Milliseconds since the data was known to be true, see `ageOf`. */
  age: ComputedRef<number | null>
  freshness: ComputedRef<Freshness>
  /** A sandbox's clock runs at its own speed; 0 while paused. */
  speed: Ref<number>
  reload: () => void
}

export function useLiveBoard(scope: string): LiveBoardView {
  const state = shallowRef<LiveBoardState>({ board: null, link: 'connecting', problem: null, changed: new Set(), receivedAt: 0 })
  const reading = shallowRef<ClockReading | null>(null)
  const tick = ref(performance.now())
  const speed = ref(1)
  const { cued, cue } = useCues()

  const drawing = drawnTogether(TOGETHER, (next) => {
    if (next.board && next.board !== state.value.board) {
      reading.value = { server: Date.parse(next.board.now), local: next.receivedAt, speed: next.board.sandbox ? speed.value : 1 }
      tick.value = performance.now()
      cue(next.changed)
    }
    state.value = next
  })
  const live = new LiveBoard({
    scope,
    connection: new HubBoardConnection(),
    load: (wanted) => api.board(wanted),
    onUnauthorised: useSignIn(),
    onChange: drawing.take,
  })
  const timer = setInterval(() => (tick.value = performance.now()), TICK)
  live.start()
  onScopeDispose(() => {
    clearInterval(timer)
    drawing.stop()
    live.stop()
  })

  const current = computed(() => reading.value && { ...reading.value, speed: state.value.board?.sandbox ? speed.value : 1 })
  const age = computed(() => (current.value && state.value.board ? ageOf(state.value.board.asOf, current.value, tick.value) : null))
  const freshness = computed(() => freshnessOf(age.value ?? 0))
  // Silence on a line that passes for live is worth a question.
  watch(freshness, (found) => {
    if (found !== 'fresh' && state.value.link === 'live') void live.refresh()
  })

  return {
    state,
    cued,
    now: computed(() => current.value && serverNow(current.value, tick.value)),
    age,
    freshness,
    speed,
    reload: () => void live.retry(),
  }
}

/** Each key keeps its cue for a while after its last change. */
function useCues(): { cued: ShallowRef<ReadonlySet<string>>; cue: (keys: ReadonlySet<string>) => void } {
  const cued = shallowRef<ReadonlySet<string>>(new Set())
  const until = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function expire(): void {
    const now = performance.now()
    for (const [key, end] of until) if (end <= now) until.delete(key)
    cued.value = new Set(until.keys())
    timer = until.size > 0 ? setTimeout(expire, CUE / 4) : undefined
  }

  function cue(keys: ReadonlySet<string>): void {
    if (keys.size === 0) return
    for (const key of keys) until.set(key, performance.now() + CUE)
    cued.value = new Set(until.keys())
    timer ??= setTimeout(expire, CUE)
  }

  onScopeDispose(() => clearTimeout(timer))
  return { cued, cue }
}
