// Generated from BoardHub and IBoardClient: npm run types.

import type { components } from './api'

type Schemas = components['schemas']

/** What the server calls. */
export interface BoardHubClient {
  Delta(delta: DeltaView): void
  Snapshot(board: Schemas['BoardView']): void
  Unit(hint: UnitHint): void
}

/** What a client calls. */
export interface BoardHub {
  Unwatch(scope: string): Promise<void>
  Watch(scope: string, lastVersion: number | null): Promise<void>
  WatchUnit(unit: string, lastVersion: number | null): Promise<void>
}

export interface DeltaView {
  scope: string
  from: number
  to: number
  asOf: string
  now: string
  calendarProvisional: boolean
  tally: Schemas['BoardTally']
  units: Schemas['BoardRow'][]
  words: Schemas['BoardWords']
  children: Schemas['ChildSummary'][]
  removed: string[]
  alerts: Schemas['AlertView'][] | null
  campaign: Schemas['Campaign'] | null
}

export interface UnitHint {
  unit: string
  version: number | null
  now: string
}
