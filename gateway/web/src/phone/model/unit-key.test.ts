import { describe, expect, it } from 'vitest'
import { isUnitKey } from './unit-key'

describe('keys of units', () => {
  it.each(['school/2133901746', 'institution/PX-330521-0001', 'school/2133901746#01', 'school/督学点1'])('take %s', (key) => expect(isUnitKey(key)).toBe(true))

  it.each(['school/', 'school/a b', 'school/1,2', 'school/a/b', 'kindergarten/1', `school/${'1'.repeat(41)}`])('do not take %s', (key) => expect(isUnitKey(key)).toBe(false))
})
