// @vitest-environment node
import { describe, expect, it } from 'vitest'
import readme from '../README.md?raw'

/** Every folder of src and the folders that its files import. */
type Rooms = ReadonlyMap<string, ReadonlySet<string>>

const sources = import.meta.glob<string>(['./**/*.ts', './**/*.vue', './**/*.css', '!./**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|<style[^>]*\ssrc=)(['"])(\.[^'"]*)\1/g

const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.')

/** @param files the text of each file by its path below src */
function roomsOf(files: Readonly<Record<string, string>>): Rooms {
  const rooms = new Map<string, Set<string>>()
  for (const [file, text] of Object.entries(files)) {
    const room = rooms.get(folderOf(file)) ?? new Set()
    rooms.set(folderOf(file), room)
    for (const [, , path] of text.matchAll(IMPORT)) room.add(importedFolder(file, path!, files))
    room.delete(folderOf(file))
  }
  return rooms
}

function importedFolder(from: string, path: string, files: Readonly<Record<string, string>>): string {
  const target = new URL(path, `file:///${from}`).pathname.slice(1).replace(/\/$/, '')
  const isFolder = target === '' || [`${target}/index.ts`, `${target}/index.vue`].some((index) => index in files)
  return isFolder ? target || '.' : folderOf(target)
}

/** Folders that reach each other are one circle. */
function circlesIn(rooms: Rooms): string[][] {
  const reached = new Map([...rooms.keys()].map((room) => [room, reachableFrom(room, rooms)]))
  const circles = [...rooms.keys()].map((room) => [...rooms.keys()].filter((other) => reached.get(room)!.has(other) && reached.get(other)!.has(room)))
  return [...new Map(circles.filter((circle) => circle.length > 0).map((circle) => [circle.join(), circle])).values()]
}

function reachableFrom(room: string, rooms: Rooms): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [room]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const target of rooms.get(next) ?? [])
      if (!found.has(target)) {
        found.add(target)
        open.push(target)
      }
  return found
}

/** Reads the fenced block `rooms`: a line is a layer, the lowest comes first. @returns the layer of each room */
function pictureIn(text: string): ReadonlyMap<string, number> {
  const block = /```rooms\n([^]*?)```/.exec(text)?.[1] ?? ''
  const lines = block.split('\n').filter((line) => line.trim() !== '')
  return new Map(lines.flatMap((line, layer) => line.split(' · ').flatMap(chaptersOf).map((room): [string, number] => [room, layer])))
}

/** "model/{time, board}" stands for "model/time" and "model/board". */
function chaptersOf(room: string): string[] {
  const [, before = '', chapters, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(room.trim()) ?? []
  return chapters === undefined ? [room.trim()] : chapters.split(',').map((chapter) => before + chapter.trim() + after)
}

/** What the picture does not allow: a room may import only rooms of lower layers. */
function faultsOf(rooms: Rooms, picture: ReadonlyMap<string, number>): string[] {
  const missing = [...rooms.keys()].filter((room) => !picture.has(room)).map((room) => `${room} is not in the picture`)
  const gone = [...picture.keys()].filter((room) => !rooms.has(room)).map((room) => `${room} is in the picture and not in src`)
  const arrows = [...rooms].flatMap(([room, targets]) => [...targets].map((target): [string, string] => [room, target]))
  const upward = arrows.filter(([room, target]) => (picture.get(target) ?? -1) >= (picture.get(room) ?? Infinity)).map(([room, target]) => `${room} imports ${target}`)
  return [...missing, ...gone, ...upward]
}

describe('the rooms of the front end', () => {
  const files = Object.fromEntries(Object.entries(sources).map(([path, text]) => [path.slice('./'.length), text]))
  const rooms = roomsOf(files)

  it('are drawn in the README, and form no circle', () => {
    const circles = circlesIn(rooms)
    console.log([...rooms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([room, targets]) => `${room} → ${[...targets].sort().join(', ') || '(nothing)'}`).join('\n'))
    console.log(`${rooms.size} folders, ${circles.length} circles`)
    expect(circles).toEqual([])
    expect(faultsOf(rooms, pictureIn(readme))).toEqual([])
  })

  it('keep the phone out of the desk', () => {
    const importers = [...rooms].filter(([room, targets]) => !/^phone(\/|$)/.test(room) && [...targets].some((target) => /^phone(\/|$)/.test(target)))
    expect(importers.map(([room]) => room)).toEqual([])
  })
})

describe('the drawing of rooms', () => {
  const files = {
    'main.ts': "import Page from './view/Page.vue'\nimport './styles/base.css'",
    'model/index.ts': "import type { Wire } from '../client/wire'",
    'client/wire.ts': "export const wire = 1",
    'view/Page.vue': "import { model } from '../model'\nconst later = () => import('./late/Late.vue')",
    'view/late/Late.vue': "export { page } from '../Page.vue'\n<style scoped src=\"../../styles/late.css\" />",
  }
  const picture = pictureIn('```rooms\nclient · styles\nmodel\nview/{late, other}\nview\n.\n```')

  it('knows static, dynamic and type-only imports, and style sheets', () => {
    const rooms = roomsOf(files)
    expect([...rooms.get('.')!]).toEqual(['view', 'styles'])
    expect([...rooms.get('model')!]).toEqual(['client'])
    expect([...rooms.get('view')!]).toEqual(['model', 'view/late'])
    expect([...rooms.get('view/late')!]).toEqual(['view', 'styles'])
  })

  it('finds circles', () => expect(circlesIn(roomsOf(files))).toEqual([['view', 'view/late']]))

  it('finds what the picture does not have', () => {
    const rooms: Rooms = new Map([...roomsOf(files), ['new', new Set()], ['styles', new Set()]])
    expect(faultsOf(rooms, picture)).toEqual(['new is not in the picture', 'view/other is in the picture and not in src', 'view/late imports view'])
  })
})
