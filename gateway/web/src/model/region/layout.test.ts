import { describe, expect, it } from 'vitest'
import { CHINA } from './china'
import { codesAbove, mayOpen } from './crumbs'
import { projected } from './projection'
import { packedColumns, tilesOf } from './tiles'

describe('tiles', () => {
  it('give every province one place of its own', () => {
    expect(Object.keys(CHINA)).toHaveLength(34)
    expect(new Set(Object.values(CHINA).map(({ column, row }) => `${column} ${row}`)).size).toBe(34)
  })

  it('keep the place of provinces that are not on the board', () => {
    const tiles = tilesOf('CN', ['33', '41'])
    expect(tiles.filter((tile) => !tile.absent).map((tile) => tile.code)).toEqual(['41', '33'])
    expect(tiles).toHaveLength(34)
  })

  it('follow one another by code below the nation, always alike', () => {
    expect(tilesOf('3305', ['330522', '330502', '330521']).map((tile) => tile.code)).toEqual(['330502', '330521', '330522'])
    expect(tilesOf('3305', []).length).toBe(0)
    expect([1, 5, 11, 90].map(packedColumns)).toEqual([2, 3, 5, 12])
  })
})

describe('the way down', () => {
  it.each([['CN', []], ['33', ['CN']], ['3305', ['CN', '33']], ['330521', ['CN', '33', '3305']]])('%s has above it %j', (code, above) => {
    expect(codesAbove(code)).toEqual(above)
  })

  it.each([
    ['33', ['region/33'], true], ['CN', ['region/33'], false], ['3305', ['region/33'], true], ['3401', ['region/33'], false], ['33', ['region/CN'], true], ['CN', ['region/CN'], true],
    ['330521', ['county/330521'], true], ['3305', ['county/330521'], false], ['33', ['school/2133901815'], false],
  ])('%s for %j: %s', (code, scopes, may) => {
    expect(mayOpen(code, scopes)).toBe(may)
  })
})

describe('an approved map', () => {
  const square = (west: number, south: number): number[][] => [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]

  it('fills its frame, north up, names in the middle of the largest part', () => {
    const map = projected([{ code: '3305', name: '湖州市', rings: [square(119, 30), [[121, 31], [121.1, 31], [121.1, 31.1], [121, 31]]] }])
    expect(map.shapes[0]?.outline).toMatch(/^M0 \d+(\.\d)?L/)
    expect(map.shapes[0]?.at.x).toBeLessThan(300)
    expect(map.height).toBeGreaterThan(400)
  })
})
