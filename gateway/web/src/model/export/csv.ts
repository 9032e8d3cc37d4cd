import type { Cell, Sheet } from './sheet'

/** Excel takes a file for UTF-8 by this mark alone. */
const MARK = '\uFEFF'

/** What a spreadsheet would reckon, or pass on to another program. */
const FORMULA = /^[=+\-@\t\r]/

/** RFC 4180 with a byte order mark; text that begins like a formula is led by an apostrophe. */
export const csvOf = (sheet: Sheet): string => MARK + [sheet.headings, ...sheet.rows].map((row) => row.map(write).join(',')).join('\r\n') + '\r\n'

function write(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
