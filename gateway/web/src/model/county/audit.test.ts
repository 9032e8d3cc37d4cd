import { describe, expect, it } from 'vitest'
import { auditFilterOf, auditQueryOf } from './audit'

describe('the audit filter', () => {
  it('comes back from the address it made', () => {
    const filter = { county: '330521', who: 'county-330521', action: 'POST units', target: 'school/', result: 'Denied', from: '2026-04-01', to: '2026-04-30' }
    expect(auditFilterOf(auditQueryOf(filter))).toEqual(filter)
  })

  it('says nothing of what does not narrow', () => {
    expect(auditQueryOf(auditFilterOf({ who: '  ' }))).toEqual({})
  })

  it('ignores what it does not know', () => {
    expect(auditFilterOf({ county: '33', result: 'Perhaps', from: 'yesterday', to: ['2026-04-01'] })).toEqual(auditFilterOf({}))
  })
})
