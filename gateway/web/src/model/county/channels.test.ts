import { describe, expect, it } from 'vitest'
import type { ChannelView } from '../../client/county/channels-types'
import { ALERT_KINDS, bodyOf, draftOf, newChannelId, newDraft } from './channels'

const view: ChannelView = {
  channel: 'mail', version: 3, hasSecret: true, changedAt: '2026-04-01T00:00:00Z', changedBy: 'county-330521',
  settings: {
    kind: 'Mail', name: '邮箱', enabled: true, language: 'zh', alerts: [], quiet: { from: '21:00', to: '06:30', daysOff: false }, digestOver: 8, keyword: null, boardAddress: null, address: null,
    mail: { host: 'smtp.example.gov.cn', port: 465, security: 'Tls', userName: 'dudao', from: 'a@example.gov.cn', to: ['b@example.gov.cn', 'c@example.gov.cn'] },
  },
  health: { state: 'Working', waiting: 0, dead: 0, failingSince: null, nextAttemptAt: null, quietUntil: null, lastAnswer: null, lastSentAt: null },
}

describe('a channel being edited', () => {
  it('comes back as it was, and keeps the secret nobody typed', () => {
    const body = bodyOf(draftOf(view), view.version)
    const { address: _, ...settings } = view.settings
    expect(body).toEqual({ ...settings, address: null, secret: null, over: 3 })
  })

  it('sends a secret that was typed, or takes the old one away', () => {
    expect(bodyOf({ ...draftOf(view), secret: 'new' }, 3).secret).toBe('new')
    expect(bodyOf({ ...draftOf(view), clearSecret: true }, 3).secret).toBe('')
  })

  it('reads recipients however they are separated', () => {
    expect(bodyOf({ ...draftOf(view), to: 'a@b.cn， c@d.cn\n\ne@f.cn;' }, 3).mail?.to).toEqual(['a@b.cn', 'c@d.cn', 'e@f.cn'])
  })

  it('begins without what concerns single persons', () => {
    const draft = newDraft('WeCom', '督导群', 'https://dudao.example.gov.cn')
    expect(draft.alerts).toContain('missed-visit')
    expect(draft.alerts.some((kind) => kind.startsWith('inspector-'))).toBe(false)
    expect(bodyOf(draft, 0)).toMatchObject({ over: 0, mail: null, quiet: { from: '22:00', to: '07:00', daysOff: true } })
    expect(bodyOf({ ...draft, alerts: [...ALERT_KINDS] }, 0).alerts).toEqual([])
  })

  it('gets an id of its own', () => {
    expect(newChannelId('WeCom', [])).toBe('wecom')
    expect(newChannelId('WeCom', ['wecom', 'wecom-2'])).toBe('wecom-3')
  })
})
