/**
 * Gives for a value the equal one met before, if there was one lately, so that equal values take memory once. It remembers at least
 * the last `most` different values and at most twice as many.
 */
export class MetBefore {
  private recent = new Map<string, object>()
  private earlier = new Map<string, object>()

  constructor(private readonly most: number) {}

  same<T extends object>(value: T): T {
    const key = JSON.stringify(value)
    const known = this.recent.get(key)
    if (known) return known as T
    const kept = (this.earlier.get(key) as T | undefined) ?? value
    if (this.recent.size >= this.most) {
      this.earlier = this.recent
      this.recent = new Map()
    }
    this.recent.set(key, kept)
    return kept
  }
}
