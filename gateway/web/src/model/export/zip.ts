// ZIP without compression (APPNOTE 6.3, method 0): enough for a workbook of a few thousand rows, and no library to keep.

const encoder = new TextEncoder()

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ TABLE[(value ^ byte) & 0xff]!
  return (value ^ 0xffffffff) >>> 0
}

/** Midnight of 1 January 1980, the first day the format knows: a file's content alone decides its bytes. */
const [TIME, DAY] = [0, 0x21]
const UTF8_NAMES = 0x0800
const VERSION = 20

/** @param files content by path, in the order they are written */
export function zipOf(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, text] of files) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)]
    const common = [u16(VERSION), u16(UTF8_NAMES), u16(0), u16(TIME), u16(DAY), u32(crc32(content)), u32(content.length), u32(content.length), u16(name.length), u16(0)]
    const local = join([u32(0x04034b50), ...common, name, content])
    directory.push(join([u32(0x02014b50), u16(VERSION), ...common, u16(0), u16(0), u16(0), u32(0), u32(offset), name]))
    parts.push(local)
    offset += local.length
  }

  const entries = join(directory)
  return join([...parts, entries, u32(0x06054b50), u16(0), u16(0), u16(files.size), u16(files.size), u32(entries.length), u32(offset), u16(0)])
}

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff)
const u32 = (value: number): Uint8Array => join([u16(value & 0xffff), u16(value >>> 16)])

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }

  return whole
}
