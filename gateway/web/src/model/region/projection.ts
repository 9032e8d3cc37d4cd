import type { MapShape } from '../../client/endpoints/region-types'

const WIDTH = 1_000

export interface DrawnShape { code: string; name: string; outline: string; at: { x: number; y: number } }

/** Shapes as SVG paths in one frame, north up: longitudes shortened by the cosine of the middle latitude, which does for a province. */
export function projected(shapes: readonly MapShape[]): { width: number; height: number; shapes: DrawnShape[] } {
  const points = shapes.flatMap((shape) => shape.rings.flat())
  const [west, east] = extent(points.map(([longitude = 0]) => longitude))
  const [south, north] = extent(points.map(([, latitude = 0]) => latitude))
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = WIDTH / Math.max((east - west) * shorten, 1e-6)
  const place = ([longitude = 0, latitude = 0]: number[]): { x: number; y: number } => ({ x: round((longitude - west) * shorten * scale), y: round((north - latitude) * scale) })
  return {
    width: WIDTH,
    height: Math.max(1, Math.ceil((north - south) * scale)),
    shapes: shapes.map(({ code, name, rings }) => {
      const placed = rings.map((ring) => ring.map(place))
      // The name stands in the middle of the largest ring.
      const largest = placed.reduce((best, ring) => (area(ring) > area(best) ? ring : best), placed[0] ?? [])
      const [left, right] = extent(largest.map((point) => point.x))
      const [top, bottom] = extent(largest.map((point) => point.y))
      return { code, name, outline: placed.map((ring) => `M${ring.map(({ x, y }) => `${x} ${y}`).join('L')}Z`).join(''), at: { x: round((left + right) / 2), y: round((top + bottom) / 2) } }
    }),
  }
}

/** Not Math.min(...): a province has more points than a call takes arguments. */
const extent = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity])

const area = (ring: readonly { x: number; y: number }[]): number =>
  Math.abs(ring.reduce((sum, { x, y }, index) => sum + x * (ring[(index + 1) % ring.length]?.y ?? 0) - y * (ring[(index + 1) % ring.length]?.x ?? 0), 0)) / 2

const round = (value: number): number => Math.round(value * 10) / 10
