/** Rows drawn beyond each edge, so that quick scrolling and tabbing find them there. */
const SPARE = 8

export interface RowWindow {
  /** Inclusive. */
  first: number
  /** Exclusive. */
  end: number
}

/**
 * Which rows of equal height to draw.
 * @param hidden pixels of the list above the visible part; negative when the list begins below its top
 * @param visible height of the visible part
 */
export function windowOf(count: number, rowHeight: number, hidden: number, visible: number): RowWindow {
  const first = Math.floor(hidden / rowHeight) - SPARE
  const end = Math.ceil((hidden + visible) / rowHeight) + SPARE
  return { first: clamp(first, 0, Math.max(0, count - 1)), end: clamp(end, 0, count) }
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
