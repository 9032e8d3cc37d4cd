import { computed, type ComputedRef } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Text } from '../client/types'
import type { Locale } from '../model/time/civil-time'
import { account } from './areas/account'
import { approvals } from './areas/approvals'
import { audit } from './areas/audit'
import { channels } from './areas/channels'
import { commands } from './areas/commands'
import { county } from './areas/county'
import { forms } from './areas/forms'
import { maps } from './areas/maps'
import { office } from './areas/office'
import { regional } from './areas/regional'
import { settings } from './areas/settings'
import { wall } from './areas/wall'
import { en } from './en'
import { zhCN } from './zh-CN'

const STORED = 'supervision.locale'

/** The desk's words, and each area's own. */
export const messages = {
  'zh-CN': { ...zhCN, ...account.zh, ...approvals.zh, ...audit.zh, channels: channels.zh, ...commands.zh, ...county.zh, ...forms.zh, ...maps.zh, ...office.zh, ...regional.zh, ...settings.zh, ...wall.zh },
  en: { ...en, ...account.en, ...approvals.en, ...audit.en, channels: channels.en, ...commands.en, ...county.en, ...forms.en, ...maps.en, ...office.en, ...regional.en, ...settings.en, ...wall.en },
}

export const i18n = createI18n({
  legacy: false,
  locale: preferred(),
  fallbackLocale: 'zh-CN',
  messages,
})

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  try {
    localStorage.setItem(STORED, locale)
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

export interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  locale: ComputedRef<Locale>
  /** A text the server sent in both languages. */
  say: (text: Text) => string
}

export function useWords(): Words {
  const { t, locale } = useI18n({ useScope: 'global' })
  const current = computed<Locale>(() => (locale.value === 'en' ? 'en' : 'zh-CN'))
  return {
    t: (key, values = {}) => t(key, values),
    locale: current,
    say: (text) => (current.value === 'en' ? text.en : text.zh),
  }
}

/** zh-CN unless a person chose otherwise: the browsers of offices are often English by accident. */
function preferred(): Locale {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}
