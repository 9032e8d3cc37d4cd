import { describe, expect, it } from 'vitest'
import { coverageOfMap, readMapFile, withApproval } from './map-file'

describe('a map file', () => {
  it('is read with its number, or without one', () => {
    expect(readMapFile('a', '\uFEFF{"approvalNumber":" GS(2024)0650号 "}')?.approval).toBe('GS(2024)0650号')
    expect(readMapFile('a', '{"type":"FeatureCollection"}')?.approval).toBeNull()
    expect(readMapFile('a', '[]')).toBeNull()
    expect(readMapFile('a', 'no json')).toBeNull()
  })

  it('goes with the number that was entered', () => {
    const file = readMapFile('a', '{"type":"FeatureCollection","features":[]}')
    expect(file && JSON.parse(withApproval(file, ' 浙S(2024)12号 '))).toEqual({ type: 'FeatureCollection', features: [], approvalNumber: '浙S(2024)12号' })
  })

  it('is compared with the board', () => {
    expect(coverageOfMap([{ code: '330521' }, { code: '330599' }], [{ code: '330521', name: '德清县' }, { code: '330522', name: '长兴县' }])).toEqual({ shown: ['330521'], missing: [{ code: '330522', name: '长兴县' }], strange: ['330599'] })
  })
})
