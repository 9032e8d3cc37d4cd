import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'
import cases from './formula-cells.json'
import { guarded } from './formula'
import { fileName } from './sheet'
import { letters, xlsxOf } from './xlsx'

describe('csv', () => {
  it('begins with the mark Excel needs, and quotes what has to be', () => {
    expect(csvOf({ name: '', headings: ['单位', '原因'], rows: [['甲,乙', '他说"好"'], ['丙', 3]] })).toBe('\uFEFF单位,原因\r\n"甲,乙","他说""好"""\r\n丙,3\r\n')
  })

  it.each(cases.guarded)('never writes %j as a formula', (text) => {
    expect(csvOf({ name: '', headings: ['x'], rows: [[text]] })).toContain(`'${text.replaceAll('"', '""')}`)
  })

  it.each(cases.plain)('leaves %j as it is', (text) => {
    expect(guarded(text)).toBe(text)
  })

  it('leaves numbers as they are', () => {
    expect(csvOf({ name: '', headings: ['x'], rows: [[-2]] })).toContain('\r\n-2\r\n')
  })
})

describe('a workbook', () => {
  const parts = (...cells: (string | number)[]): Record<string, string> => {
    const files = unzipSync(xlsxOf([{ name: '督导单位', headings: ['单位'], rows: cells.map((cell) => [cell]) }]))
    return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]))
  }

  it('has the parts a spreadsheet program looks for, the list of contents first', () => {
    expect(Object.keys(parts('x'))).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'])
    expect(parts('x')['xl/workbook.xml']).toContain('<sheet name="督导单位" sheetId="1" r:id="rId1"/>')
  })

  it('holds its cells as text or numbers, escaped', () => {
    const sheet = parts('=1+1<&>\u0000', 12)['xl/worksheets/sheet1.xml']
    expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">\'=1+1&lt;&amp;&gt;</t></is></c>')
    expect(sheet).toContain('<c r="A3"><v>12</v></c>')
  })

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '＝1', '＠x', ' =1'])('never writes %j as a formula, also after it was saved as csv', (text) => {
    const sheet = parts(text)['xl/worksheets/sheet1.xml']
    expect(sheet).toContain(`t="inlineStr"><is><t xml:space="preserve">'${text}</t>`)
    expect(sheet).not.toContain('<f>')
  })

  it('is the same bytes for the same content, and smaller than its text', () => {
    const sheet = { name: 'x', headings: ['单位'], rows: Array.from({ length: 300 }, (_, no) => [`德清第${no}小学`]) }
    expect(xlsxOf([sheet])).toEqual(xlsxOf([sheet]))
    expect(xlsxOf([sheet]).length).toBeLessThan(300 * 50)
  })

  it('counts its columns beyond Z', () => {
    expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

it('a file name is without what file systems refuse', () => {
  expect(fileName(['德清县', '2026/03', 'a:b'], 'csv')).toBe('德清县 202603 ab.csv')
})
