import { describe, expect, it } from 'vitest'
import type { ImportFinding } from '../../client/types'
import { selectFindings } from './import-findings'

const finding = (part: Partial<ImportFinding>): ImportFinding => ({
  severity: 'Rejected', file: 'schools.csv', sheet: null, row: null, column: null, columnName: null, value: null, code: 'out-of-scope',
  message: { zh: '不在本县', en: 'of another county' }, accepted: null, ...part,
})

describe('findings', () => {
  it('of text files, which have no sheet, and of whole files, which have no row, are sorted like any other', () => {
    const found = selectFindings([finding({ row: 7 }), finding({ row: 3 }), finding({}), finding({ sheet: '学校', row: 1 })], { severity: null, file: null })
    expect(found.map(({ sheet, row }) => [sheet, row])).toEqual([[null, null], [null, 3], [null, 7], ['学校', 1]])
  })
})
