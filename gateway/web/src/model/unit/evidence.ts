/** What an evidence key stands for; `id` is a number, a period or an identifier. */
export interface Evidence {
  sort: 'issue' | 'measure' | 'selfCheck' | 'bulletin' | 'complaint' | 'entry' | 'visit' | 'missed' | 'other'
  id: string
  /** Where it stands on the unit's page; null when it has no place there. */
  anchor: string | null
}

const PERIOD = String.raw`\d{4}(?:-\d\d|Q\d)`
const LONG = 8

/** Reads keys like "issue/3", "bulletin/330522:2026Q2" or "missed-visit:2133901746:2026-04"; one of a new sort is kept as it is. */
export function evidenceOf(key: string): Evidence {
  const [, missed] = new RegExp(`^missed-visit:.+:(${PERIOD})$`).exec(key) ?? []
  if (missed) return { sort: 'missed', id: missed, anchor: null }
  const at = key.indexOf('/')
  const [sort, id] = [key.slice(0, at), key.slice(at + 1)]
  switch (at < 0 || id === '' ? '' : sort) {
    case 'issue':
      return { sort: 'issue', id, anchor: `issue-${id}` }
    case 'measure':
      return { sort: 'measure', id, anchor: `measure-${id}` }
    case 'self-check':
      return { sort: 'selfCheck', id, anchor: `self-check-${id}` }
    case 'visit':
      return { sort: 'visit', id: id.slice(0, LONG), anchor: `visit-${id}` }
    case 'entry':
      return { sort: 'entry', id, anchor: `entry-${id}` }
    case 'bulletin':
      return { sort: 'bulletin', id: new RegExp(`(${PERIOD})$`).exec(id)?.[1] ?? id, anchor: null }
    case 'complaint':
      return { sort: 'complaint', id: id.slice(0, LONG), anchor: null }
    default:
      return { sort: 'other', id: key, anchor: null }
  }
}

export const isPeriod = (id: string): boolean => new RegExp(`^${PERIOD}$`).test(id)
