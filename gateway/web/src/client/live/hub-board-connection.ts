import { type BoardConnection, type BoardListener, OutOfScopeError } from './board-connection'
import { boardFrom, deltaFrom } from '../board/board-rows'
import type { Hub } from './hub'
import { HubLine, isOutOfScope } from './hub-line'
import type { Transport } from './hub-transport'
import type { WireBoard, WireDelta } from '../types'

/** Boards over SignalR. */
export class HubBoardConnection implements BoardConnection {
  private readonly line: HubLine
  private listener: BoardListener | null = null

  constructor(createHub?: (transport: Transport) => Hub) {
    this.line = new HubLine(createHub)
  }

  start(listener: BoardListener): void {
    this.listener = listener
    this.line.on('Snapshot', (view: WireBoard) => this.listener?.onSnapshot(boardFrom(view)))
    this.line.on('Delta', (delta: WireDelta) => this.listener?.onDelta(deltaFrom(delta)))
    this.line.start(listener)
  }

  async watch(scope: string, lastVersion: number | null): Promise<void> {
    try {
      await this.line.invoke('Watch', scope, lastVersion)
      this.listener?.onLink('live')
    } catch (error) {
      if (isOutOfScope(error)) throw new OutOfScopeError(scope)
      throw error
    }
  }

  stop(scope: string): void {
    this.listener = null
    this.line.stop('Unwatch', scope)
  }
}
