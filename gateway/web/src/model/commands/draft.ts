import type { Values } from './form'

/** Where a form that is not handed in is kept, so that a closed tab loses nothing. Nobody else's account finds it. */
export interface Drafts {
  read: () => Values | null
  write: (values: Values) => void
  drop: () => void
}

/** @param about the unit and the command: "school/2133901746/self-checks/2026Q2" */
export function draftsOf(user: string, about: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  const key = `supervision.draft.${user}.${about}`
  const quietly = <T>(act: () => T): T | null => {
    try {
      return act()
    } catch {
      return null // forbidden, full or spoilt storage: then the form is kept as long as the page
    }
  }
  return {
    read: () =>
      quietly(() => {
        const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
        return kept !== null && typeof kept === 'object' ? (kept as Values) : null
      }),
    write: (values) => void quietly(() => storage.setItem(key, JSON.stringify(values))),
    drop: () => void quietly(() => storage.removeItem(key)),
  }
}
