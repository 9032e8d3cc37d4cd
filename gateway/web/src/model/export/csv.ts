import { guarded } from './formula'
import type { Cell, Sheet } from './sheet'

/** Excel takes a file for UTF-8 by this mark alone. */
const MARK = '\uFEFF'

/** RFC 4180 with a byte order mark; text that begins like a formula is led by an apostrophe. */
export const csvOf = (sheet: Sheet): string => MARK + [sheet.headings, ...sheet.rows].map((row) => row.map(write).join(',')).join('\r\n') + '\r\n'

function write(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = guarded(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
