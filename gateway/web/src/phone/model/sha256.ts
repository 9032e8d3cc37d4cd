const ROUNDS = 64
const BLOCK = 64

/** First bits of the fractional parts of roots of the first primes: FIPS 180-4 defines its constants so. */
const [INITIAL, CONSTANTS] = constants()

/** SHA-256 in lower-case hex. Browsers have it, but only on HTTPS; a county's own server is often reached without. */
export function sha256(message: Uint8Array): string {
  const padded = pad(message)
  const hash = Int32Array.from(INITIAL)
  const words = new Int32Array(ROUNDS)
  for (let offset = 0; offset < padded.byteLength; offset += BLOCK) mix(hash, words, padded, offset)
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function pad(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / BLOCK) * BLOCK
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(length - 8, Math.floor(message.length / 0x2000_0000))
  view.setUint32(length - 4, message.length << 3)
  return view
}

function mix(hash: Int32Array, words: Int32Array, block: DataView, offset: number): void {
  for (let index = 0; index < ROUNDS; index++) {
    if (index < 16) {
      words[index] = block.getInt32(offset + index * 4)
      continue
    }
    const [far, near] = [words[index - 15]!, words[index - 2]!]
    words[index] = words[index - 16]! + words[index - 7]! + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10))
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number]
  for (let index = 0; index < ROUNDS; index++) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + CONSTANTS[index]! + words[index]!) | 0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, index) => (hash[index] = hash[index]! + value))
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function constants(): [Int32Array, Int32Array] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < ROUNDS; candidate++) if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  const fraction = (root: number): number => ((root - Math.floor(root)) * 0x1_0000_0000) | 0
  return [Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))), Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))]
}
