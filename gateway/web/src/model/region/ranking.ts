import type { Figure } from './figures'

export interface Ranked<T> {
  item: T
  figure: Figure
  /** Shared by equal figures; the ranks after them are left out (1, 1, 3). Null for those without a figure, which come last. */
  rank: number | null
  tied: boolean
}

/** Best first. Equal is what is shown as equal: percentages with one decimal. Equal ones stand in the order given. */
export function ranked<T>(items: readonly T[], figureOf: (item: T) => Figure): Ranked<T>[] {
  const figures = items.map((item) => ({ item, figure: figureOf(item) }))
  const known = figures.filter((each) => each.figure.value !== null).sort((left, right) => compare(left.figure, right.figure))
  const ranks = known.map((each) => known.findIndex((other) => other.figure.value === each.figure.value) + 1)
  return [
    ...known.map((each, index) => ({ ...each, rank: ranks[index] ?? null, tied: ranks.filter((rank) => rank === ranks[index]).length > 1 })),
    ...figures.filter((each) => each.figure.value === null).map((each) => ({ ...each, rank: null, tied: false })),
  ]
}

function compare(left: Figure, right: Figure): number {
  const difference = (left.value ?? 0) - (right.value ?? 0)
  return left.better === 'high' ? -difference : difference
}
