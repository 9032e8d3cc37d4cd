import type { Hub } from './hub'
import { HubLine } from './hub-line'
import type { Transport } from './hub-transport'
import type { LineListener } from './link'
import type { UnitHint } from '../types'

export interface UnitListener extends LineListener {
  onHint(hint: UnitHint): void
}

/** One unit over SignalR: not what it is, but that it changed. The page depends on this and not on SignalR. */
export interface UnitConnection {
  start(listener: UnitListener): void
  /** @param lastVersion what was read; null asks to be told in any case */
  watch(unit: string, lastVersion: number | null): Promise<void>
  stop(unit: string): void
}

export class HubUnitConnection implements UnitConnection {
  private readonly line: HubLine
  private listener: UnitListener | null = null

  constructor(createHub?: (transport: Transport) => Hub) {
    this.line = new HubLine(createHub)
  }

  start(listener: UnitListener): void {
    this.listener = listener
    this.line.on('Unit', (hint: UnitHint) => this.listener?.onHint(hint))
    this.line.start(listener)
  }

  async watch(unit: string, lastVersion: number | null): Promise<void> {
    await this.line.invoke('WatchUnit', unit, lastVersion)
    this.listener?.onLink('live')
  }

  stop(unit: string): void {
    this.listener = null
    this.line.stop('Unwatch', unit)
  }
}
