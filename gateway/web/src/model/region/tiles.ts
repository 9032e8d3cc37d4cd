import { CHINA } from './china'

export interface Tile {
  code: string
  /** From 1; null when tiles simply follow one another. */
  column: number | null
  row: number | null
  /** A province that is not on the board: its place stays, without a figure. */
  absent: boolean
}

/** How many tiles beside one another when they are packed: somewhat wider than high, as screens are. */
export const packedColumns = (count: number): number => Math.max(1, Math.ceil(Math.sqrt(count * 1.6)))

/**
 * Where each area stands. The nation has a grid of its own in which neighbours stay neighbours; the areas of a province or a city
 * follow one another by code, which is how officials list them, always alike.
 */
export function tilesOf(region: string, codes: readonly string[]): Tile[] {
  const sorted = [...codes].sort()
  if (region !== 'CN') return sorted.map((code) => ({ code, column: null, row: null, absent: false }))
  const present = new Set(codes)
  return Object.entries(CHINA)
    .map(([code, place]) => ({ code, column: place.column + 1, row: place.row + 1, absent: !present.has(code) }))
    .sort((left, right) => left.row - right.row || left.column - right.column)
}
