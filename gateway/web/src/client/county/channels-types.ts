import type { AlertKind, Text } from '../types'

// What the gateway sends about outgoing channels, member by member.

export type ChannelKind = 'WeCom' | 'DingTalk' | 'Feishu' | 'Webhook' | 'Mail'
export type ChannelState = 'Working' | 'Quiet' | 'Failing' | 'Off'
export type DeliveryState = 'Waiting' | 'Sending' | 'Sent' | 'Dead' | 'Lapsed'
export type MailSecurity = 'StartTls' | 'Tls' | 'Plain'

export interface QuietHours {
  /** "22:00", Asia/Shanghai. */
  from: string
  to: string
  daysOff: boolean
}

export interface MailSettings {
  host: string
  port: number
  security: MailSecurity
  userName: string | null
  from: string
  to: string[]
}

export interface ChannelSettings {
  kind: ChannelKind
  name: string
  enabled: boolean
  language: 'zh' | 'en'
  /** Empty means all. */
  alerts: AlertKind[]
  quiet: QuietHours | null
  digestOver: number
  keyword: string | null
  mail: MailSettings | null
  boardAddress: string | null
  /** Masked. */
  address: string | null
}

export interface ChannelHealth {
  state: ChannelState
  waiting: number
  dead: number
  failingSince: string | null
  nextAttemptAt: string | null
  quietUntil: string | null
  lastAnswer: string | null
  lastSentAt: string | null
}

export interface ChannelView {
  channel: string
  version: number
  settings: ChannelSettings
  hasSecret: boolean
  changedAt: string
  changedBy: string
  health: ChannelHealth
}

/** What is sent to make or change a channel; null keeps a secret that stands. */
export interface ChannelBody extends Omit<ChannelSettings, 'address'> {
  address: string | null
  secret: string | null
  over: number
}

export interface ChannelTest {
  delivered: boolean
  answer: string
  at: string
}

export interface DeliveryView {
  alert: number
  alertId: string
  kind: AlertKind
  unit: string
  unitName: string
  text: Text
  state: DeliveryState
  attempts: number
  plannedAt: string
  attemptedAt: string | null
  finishedAt: string | null
  delivery: string | null
  answer: string | null
}

export interface ChannelNotice {
  channel: string
  name: string
  kind: ChannelKind
  state: ChannelState
  failingSince: string | null
  waiting: number
  dead: number
}
