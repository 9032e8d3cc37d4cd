/** A filter with a name; `query` is what stands in the address behind the question mark. */
export interface SavedView { name: string; query: string }

const LONGEST_NAME = 30
const MOST = 30

/** Kept in this browser, one list a user; where storage is forbidden a list lasts as long as the page. */
export class SavedViews {
  private readonly key: string
  private list: SavedView[]

  constructor(user: string, private readonly storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.key = `supervision.views.${user}`
    this.list = this.read()
  }

  get all(): readonly SavedView[] {
    return this.list
  }

  /** One of the same name is replaced. */
  save(name: string, query: string): void {
    const wanted = name.trim().slice(0, LONGEST_NAME)
    if (wanted === '') return
    this.write([{ name: wanted, query }, ...this.list.filter((view) => view.name !== wanted)].slice(0, MOST))
  }

  remove(name: string): void {
    this.write(this.list.filter((view) => view.name !== name))
  }

  private read(): SavedView[] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(this.key) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isView) : []
    } catch {
      return []
    }
  }

  private write(list: SavedView[]): void {
    this.list = list
    try {
      this.storage.setItem(this.key, JSON.stringify(list))
    } catch {
      // Full or forbidden: the list lasts as long as the page.
    }
  }
}

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' && value !== null && typeof (value as SavedView).name === 'string' && typeof (value as SavedView).query === 'string'
