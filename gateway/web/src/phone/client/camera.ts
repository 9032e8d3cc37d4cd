import { sha256 } from '../model/sha256'
import { fitted } from '../model/picture'

export interface Picture { bytes: ArrayBuffer; type: string; width: number; height: number; hash: string }

const LONGEST_SIDE = 1_600
const QUALITIES = [0.8, 0.65, 0.5]
const ENOUGH = 700_000
const MOST = 10 * 1024 * 1024
const AS_IT_IS = ['image/jpeg', 'image/png', 'image/webp', 'image/heic']
/** Brands by which a still picture of the newer kind names itself; many browsers neither show it nor say its type. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1']

/** Made small on the phone, without the place and device a camera writes into its files. Null when it can't be read as a picture. */
export async function pictureOf(file: Blob): Promise<Picture | null> {
  const source = await decode(file)
  if (!source) return keepAsItIs(file)
  const { width, height } = fitted(source.width, source.height, LONGEST_SIDE)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return keepAsItIs(file)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(source.image, 0, 0, width, height)
  source.close()
  let made: Blob | null = null
  for (const quality of QUALITIES) {
    made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (made && made.size <= ENOUGH) break
  }
  canvas.width = canvas.height = 0 // old phones keep the memory otherwise
  return made ? picture(made, width, height) : keepAsItIs(file)
}

async function decode(file: Blob): Promise<{ image: CanvasImageSource; width: number; height: number; close: () => void } | null> {
  try {
    // eslint-disable-next-line compat/compat -- where it is missing, the element below does it
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return { image: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() }
  } catch {
    return decodeByElement(file)
  }
}

/** Older Safari has no bitmaps of files, and an element turns pictures upright by itself. */
async function decodeByElement(file: Blob): Promise<{ image: CanvasImageSource; width: number; height: number; close: () => void } | null> {
  const address = URL.createObjectURL(file)
  const image = new Image()
  image.src = address
  try {
    await image.decode()
    return { image, width: image.naturalWidth, height: image.naturalHeight, close: () => URL.revokeObjectURL(address) }
  } catch {
    URL.revokeObjectURL(address)
    return null
  }
}

/** The server takes out of it what the camera wrote; this browser may have no preview of it. */
async function keepAsItIs(file: Blob): Promise<Picture | null> {
  if (file.size === 0 || file.size > MOST) return null
  const type = (await isHeic(file)) ? 'image/heic' : file.type
  return AS_IT_IS.includes(type) ? picture(file.slice(0, file.size, type), 0, 0) : null
}

async function isHeic(file: Blob): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await new Response(file.slice(0, 12)).arrayBuffer())
  return head.slice(4, 8) === 'ftyp' && HEIC_BRANDS.includes(head.slice(8, 12))
}

async function picture(blob: Blob, width: number, height: number): Promise<Picture> {
  const bytes = await blob.arrayBuffer()
  return { bytes, type: blob.type, width, height, hash: await hashOf(bytes) }
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  if (!globalThis.crypto?.subtle) return sha256(new Uint8Array(bytes))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
