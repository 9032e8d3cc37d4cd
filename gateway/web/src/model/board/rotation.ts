/** The index after or before one of so many, round and round. */
export const stepped = (index: number, step: 1 | -1, count: number): number => (count === 0 ? 0 : (((index + step) % count) + count) % count)

/** What shows in turns: one panel after another, unless it is held. */
export class Rotation {
  private timer: ReturnType<typeof setTimeout> | undefined
  private held = false

  constructor(private readonly period: number, private readonly next: () => void) {}

  get paused(): boolean {
    return this.held
  }

  start(): void {
    this.stop()
    if (!this.held) this.timer = setTimeout(() => this.turn(), this.period)
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  hold(held: boolean): void {
    this.held = held
    this.start()
  }

  private turn(): void {
    this.next()
    this.start()
  }
}
