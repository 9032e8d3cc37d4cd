import { strToU8, zipSync } from 'fflate'
import { guarded } from './formula'
import type { Cell, Sheet } from './sheet'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The first day the format knows: a file's content alone decides its bytes. */
const NO_TIME = { mtime: '1980-01-01T00:00:00' }

/** A workbook of plain cells (ECMA-376), headings frozen. Text is written as text, so what begins like a formula is never one, and is guarded all the same: the workbook may be saved as csv. */
export function xlsxOf(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const each = <T>(write: (sheet: Sheet, no: number) => T): T[] => sheets.map((sheet, index) => write(sheet, index + 1))
  return zipped([
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/>${each((_, no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${PART}.worksheet+xml"/>`).join('')}</Types>`],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((sheet, no) => `<sheet name="${escape(sheet.name.slice(0, 31))}" sheetId="${no}" r:id="rId${no}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations(each((_, no) => ['worksheet', `worksheets/sheet${no}.xml`]))],
    ...each((sheet, no): [string, string] => [`xl/worksheets/sheet${no}.xml`, worksheet(sheet)]),
  ])
}

/** @param files path and content, in the order they are written */
const zipped = (files: readonly (readonly [string, string])[]): Uint8Array<ArrayBuffer> => zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])), NO_TIME)

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

function worksheet({ headings, rows }: Sheet): string {
  const lines = [headings, ...rows].map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => write(cell, `${letters(column)}${index + 1}`)).join('')}</row>`)
  const widths = headings.map((_, column) => `<col min="${column + 1}" max="${column + 1}" width="${widthOf(headings, rows, column)}" customWidth="1"/>`)
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
}

const write = (cell: Cell, at: string): string =>
  typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(guarded(cell))}</t></is></c>`

/** A to Z, then AA. */
export const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** In characters of the standard font; a Chinese one takes two. */
function widthOf(headings: readonly string[], rows: readonly (readonly Cell[])[], column: number): number {
  let most = wide(headings[column] ?? '')
  for (const row of rows.slice(0, 200)) most = Math.max(most, wide(String(row[column] ?? '')))
  return Math.min(60, Math.max(8, most + 2))
}

const wide = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0)

/** Without the control characters XML refuses. */
const escape = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
