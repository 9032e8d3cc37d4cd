import { describe, expect, it } from 'vitest'
import { MetBefore } from './met-before'

describe('what was met before', () => {
  it('is given again for an equal value', () => {
    const met = new MetBefore(2)
    const first = met.same({ zh: '待督导' })

    expect(met.same({ zh: '待督导' })).toBe(first)
    expect(met.same({ zh: '已督导' })).not.toBe(first)
  })

  it('is kept as long as it is met again before twice as many others', () => {
    const met = new MetBefore(2)
    const often = met.same({ n: 0 })
    const once = met.same({ n: 1 })

    for (let n = 2; n < 8; n++) {
      met.same({ n })
      expect(met.same({ n: 0 })).toBe(often)
    }

    expect(met.same({ n: 1 })).not.toBe(once)
  })
})
