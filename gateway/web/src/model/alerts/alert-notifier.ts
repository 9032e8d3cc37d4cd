import type { AlertView } from '../../client/types'
import { type AlertSeverity, isAtLeast } from './alert-severity'

export interface NotifySettings {
  desktop: boolean
  sound: boolean
  least: AlertSeverity
}

export const SILENT: NotifySettings = { desktop: false, sound: false, least: 'High' }

export interface NotifierOptions {
  settings: () => NotifySettings
  /** Of these alerts, those no other window has announced; they are this window's from now on. */
  claim: (ids: string[]) => Promise<string[]>
  show: (alerts: AlertView[]) => void
  beep: () => void
  /** False while the browser keeps this window silent: another one may sound instead. */
  canBeep: () => boolean
}

/** Announces alerts that appear while a board is open: never those that stood when it was opened, and each once. */
export class AlertNotifier {
  private highest: number | null = null
  private readonly seen = new Set<string>()

  constructor(private readonly options: NotifierOptions) {}

  /** @param alerts the open alerts as the board has them now */
  async update(alerts: readonly AlertView[]): Promise<void> {
    const fresh = this.fresh(alerts)
    const { desktop, sound: wished, least } = this.options.settings()
    const sound = wished && this.options.canBeep()
    const wanted = fresh.filter((alert) => isAtLeast(alert.kind, least))
    if (wanted.length === 0 || !(desktop || sound)) return
    const mine = new Set(await this.options.claim(wanted.map((alert) => alert.id)))
    const announced = wanted.filter((alert) => mine.has(alert.id))
    if (announced.length === 0) return
    if (desktop) this.options.show(announced)
    if (sound) this.options.beep()
  }

  /** An older alert that moves up into the list because others were resolved is no news: sequences grow. */
  private fresh(alerts: readonly AlertView[]): AlertView[] {
    const before = this.highest
    const fresh = before === null ? [] : alerts.filter((alert) => alert.sequence > before && !alert.resolvedAt && !this.seen.has(alert.id))
    for (const alert of fresh) this.seen.add(alert.id)
    this.highest = Math.max(before ?? 0, ...alerts.map((alert) => alert.sequence))
    return fresh
  }
}

const CLAIMED = 'supervision.announced'
const KEPT = 300

/**
 * One window of a browser announces an alert: what was announced is kept where all windows see it, and read and written under a
 * lock where the browser has one (over https).
 */
// eslint-disable-next-line compat/compat -- undefined where it is missing
export async function claimAcrossTabs(ids: string[], storage: Storage = localStorage, locks: LockManager | undefined = navigator.locks): Promise<string[]> {
  const claim = (): string[] => {
    try {
      const claimed = JSON.parse(storage.getItem(CLAIMED) ?? '[]') as string[]
      const mine = ids.filter((id) => !claimed.includes(id))
      if (mine.length > 0) storage.setItem(CLAIMED, JSON.stringify([...claimed, ...mine].slice(-KEPT)))
      return mine
    } catch {
      return ids // storage may be forbidden: better twice than not at all
    }
  }
  return locks ? locks.request(CLAIMED, claim) : claim()
}

const STORED = 'supervision.notify'

export function readSettings(storage: Storage = localStorage): NotifySettings {
  try {
    const found = JSON.parse(storage.getItem(STORED) ?? '{}') as Partial<NotifySettings>
    const least = found.least === 'Medium' || found.least === 'Low' ? found.least : 'High'
    return { desktop: found.desktop === true, sound: found.sound === true, least }
  } catch {
    return SILENT
  }
}

export function writeSettings(settings: NotifySettings, storage: Storage = localStorage): void {
  try {
    storage.setItem(STORED, JSON.stringify(settings))
  } catch {
    // Then the choice lasts as long as the page.
  }
}
