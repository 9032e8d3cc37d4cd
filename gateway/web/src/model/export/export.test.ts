import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'
import { fileName } from './sheet'
import { letters, xlsxOf } from './xlsx'
import { crc32, zipOf } from './zip'

describe('csv', () => {
  it('begins with the mark Excel needs, and quotes what has to be', () => {
    expect(csvOf({ name: '', headings: ['单位', '原因'], rows: [['甲,乙', '他说"好"'], ['丙', 3]] })).toBe('\uFEFF单位,原因\r\n"甲,乙","他说""好"""\r\n丙,3\r\n')
  })

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\tx'])('never writes %j as a formula', (text) => {
    expect(csvOf({ name: '', headings: ['x'], rows: [[text]] })).toContain(`'${text}`)
  })

  it('leaves numbers as they are', () => {
    expect(csvOf({ name: '', headings: ['x'], rows: [[-2]] })).toContain('\r\n-2\r\n')
  })
})

describe('a workbook', () => {
  it('holds its cells as text or numbers, escaped', () => {
    const text = new TextDecoder().decode(xlsxOf([{ name: '督导单位', headings: ['单位'], rows: [['=1+1<&>\u0000'], [12]] }]))
    expect(text).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1&lt;&amp;&gt;</t></is></c>')
    expect(text).toContain('<c r="A3"><v>12</v></c>')
    expect(text).toContain('<sheet name="督导单位" sheetId="1" r:id="rId1"/>')
    expect(text).not.toContain('<f>')
  })

  it('counts its columns beyond Z', () => {
    expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('a zip', () => {
  it('has the check sums of the format', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  it('ends with a directory that finds every file', () => {
    const bytes = zipOf(new Map([['a.xml', 'x'], ['b/c.xml', '数据']]))
    const end = new DataView(bytes.buffer, bytes.length - 22)
    expect(end.getUint32(0, true)).toBe(0x06054b50)
    expect(end.getUint16(10, true)).toBe(2)
    expect(end.getUint32(12, true) + end.getUint32(16, true)).toBe(bytes.length - 22)
    expect(new DataView(bytes.buffer, end.getUint32(16, true)).getUint32(0, true)).toBe(0x02014b50)
  })
})

it('a file name is without what file systems refuse', () => {
  expect(fileName(['德清县', '2026/03', 'a:b'], 'csv')).toBe('德清县 202603 ab.csv')
})
