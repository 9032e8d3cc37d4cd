import type { ChannelBody, ChannelKind, ChannelState, ChannelView, DeliveryState, MailSecurity } from '../../client/county/channels-types'
import type { AlertKind } from '../../client/types'
import { ALERT_SEVERITY, isAtLeast } from '../alerts/alert-severity'
import type { StatusLook } from '../looks/status'

export const CHANNEL_KINDS: readonly ChannelKind[] = ['WeCom', 'DingTalk', 'Feishu', 'Webhook', 'Mail']
export const ALERT_KINDS = Object.keys(ALERT_SEVERITY) as AlertKind[]

export const CHANNEL_LOOK: Record<ChannelState, StatusLook> = {
  Working: { shape: 'check', tone: 'good' },
  Quiet: { shape: 'circle', tone: 'open' },
  Failing: { shape: 'square', tone: 'bad' },
  Off: { shape: 'dash', tone: 'none' },
}

export const DELIVERY_LOOK: Record<DeliveryState, StatusLook> = {
  Waiting: { shape: 'circle', tone: 'open' },
  Sending: { shape: 'late', tone: 'open' },
  Sent: { shape: 'check', tone: 'good' },
  Dead: { shape: 'square', tone: 'bad' },
  Lapsed: { shape: 'dash', tone: 'none' },
}

/** A group of colleagues need not read what concerns one of them. */
const PERSONAL: readonly AlertKind[] = ['inspector-reminder', 'inspector-step-proposed', 'inspector-step-decided']

/** What the form holds: flat, and texts where people type texts. */
export interface ChannelDraft {
  kind: ChannelKind
  name: string
  enabled: boolean
  language: 'zh' | 'en'
  address: string
  secret: string
  clearSecret: boolean
  keyword: string
  boardAddress: string
  digestOver: number
  alerts: AlertKind[]
  quietUsed: boolean
  quietFrom: string
  quietTo: string
  quietDays: boolean
  host: string
  port: number
  security: MailSecurity
  userName: string
  from: string
  /** One address a line. */
  to: string
}

/** @param name the new channel's, e.g. what its kind is called */
export function newDraft(kind: ChannelKind, name: string, origin: string): ChannelDraft {
  return {
    kind, name, enabled: true, language: 'zh', address: '', secret: '', clearSecret: false, keyword: '', boardAddress: origin, digestOver: 5,
    alerts: ALERT_KINDS.filter((alert) => isAtLeast(alert, 'Medium') && !PERSONAL.includes(alert)),
    quietUsed: true, quietFrom: '22:00', quietTo: '07:00', quietDays: true, host: '', port: 587, security: 'StartTls', userName: '', from: '', to: '',
  }
}

export function draftOf({ settings }: ChannelView): ChannelDraft {
  const { quiet, mail } = settings
  return {
    kind: settings.kind, name: settings.name, enabled: settings.enabled, language: settings.language, address: '', secret: '', clearSecret: false,
    keyword: settings.keyword ?? '', boardAddress: settings.boardAddress ?? '', digestOver: settings.digestOver,
    alerts: settings.alerts.length === 0 ? [...ALERT_KINDS] : [...settings.alerts],
    quietUsed: quiet !== null && quiet !== undefined, quietFrom: quiet?.from ?? '22:00', quietTo: quiet?.to ?? '07:00', quietDays: quiet?.daysOff ?? true,
    host: mail?.host ?? '', port: mail?.port ?? 587, security: mail?.security ?? 'StartTls', userName: mail?.userName ?? '', from: mail?.from ?? '', to: mail?.to.join('\n') ?? '',
  }
}

/** @param over the version the person saw; 0 for a new channel */
export function bodyOf(draft: ChannelDraft, over: number): ChannelBody {
  const lines = draft.to.split(/[\n,;，；]/).map((line) => line.trim()).filter((line) => line !== '')
  return {
    kind: draft.kind, name: draft.name.trim(), enabled: draft.enabled, language: draft.language, over,
    address: draft.kind === 'Mail' ? null : textOrNull(draft.address),
    secret: draft.clearSecret ? '' : draft.secret === '' ? null : draft.secret,
    keyword: textOrNull(draft.keyword), boardAddress: textOrNull(draft.boardAddress), digestOver: draft.digestOver,
    alerts: draft.alerts.length === ALERT_KINDS.length ? [] : draft.alerts, // all, also kinds to come
    quiet: draft.quietUsed ? { from: draft.quietFrom, to: draft.quietTo, daysOff: draft.quietDays } : null,
    mail: draft.kind === 'Mail' ? { host: draft.host.trim(), port: draft.port, security: draft.security, userName: textOrNull(draft.userName), from: draft.from.trim(), to: lines } : null,
  }
}

/** "wecom", then "wecom-2", …: an id no channel has. */
export function newChannelId(kind: ChannelKind, taken: readonly string[]): string {
  const base = kind.toLowerCase()
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.includes(id)) return id
  }
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
