const TRIED = 'supervision.build'

/** The build this page is of; null in development. */
export const ownBuild = (): string | null => document.querySelector<HTMLMetaElement>('meta[name=build]')?.content || null

/** The build the server hands out now; null when it does not say. */
export async function servedBuild(): Promise<string | null> {
  try {
    const response = await fetch('/build.json', { cache: 'no-store', credentials: 'same-origin' })
    return response.ok ? (((await response.json()) as { build?: string }).build ?? null) : null
  } catch {
    return null
  }
}

/** Whether loading the page anew would bring another build. Each is tried once: a cache in between must not make it reload for ever. */
export function isNewBuild(own: string | null, served: string | null): boolean {
  return own !== null && served !== null && own !== served && sessionStorage.getItem(TRIED) !== served
}

export function loadBuild(served: string): void {
  sessionStorage.setItem(TRIED, served)
  location.reload()
}
