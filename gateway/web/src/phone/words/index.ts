import { computed, ref } from 'vue'
import type { Text } from '../../client/types'
import { zh, type Messages } from './zh'
import { en } from './en'

// The phone has its own words: the desk's, with what reads them, would be half of its first load.

export type Locale = 'zh-CN' | 'en'

/** Shared with the desk, so that a person chooses once. */
const STORED = 'supervision.locale'

export const locale = ref<Locale>(preferred())

const messages = computed<Messages>(() => (locale.value === 'en' ? en : zh))

export function setLocale(chosen: Locale): void {
  locale.value = chosen
  document.documentElement.lang = chosen
  try {
    localStorage.setItem(STORED, chosen)
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

/** The words of a key such as "today.title"; a key that has none is shown as it is. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  let found: unknown = messages.value
  for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
  return typeof found === 'string' ? found.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')) : key
}

/** A text the server sent in both languages. */
export const textOf = (text: Text): string => (locale.value === 'en' ? text.en : text.zh)

function preferred(): Locale {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}
