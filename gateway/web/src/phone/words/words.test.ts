import { afterEach, describe, expect, it } from 'vitest'
import { en } from './en'
import { locale, say } from './index'
import { zh } from './zh'

const chinese = flatten(zh)
const english = flatten(en)
const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

afterEach(() => void (locale.value = 'zh-CN'))

describe('the phone’s words', () => {
  it('exist in both languages with the same values', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    for (const [key, text] of chinese) expect(valuesIn(english.get(key) ?? ''), key).toEqual(valuesIn(text))
  })

  it('are never empty', () => expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]))

  it('exist for every key and group of keys the pages name', () => {
    const missing: string[] = []
    for (const [file, source] of Object.entries(sources)) {
      for (const [, key = ''] of source.matchAll(/\bsay\('([\w.-]+)'/g)) if (!chinese.has(key)) missing.push(`${file}: ${key}`)
      for (const [, group = ''] of source.matchAll(/\bsay\(`([\w.]+)\.\$\{/g)) if (![...chinese.keys()].some((key) => key.startsWith(`${group}.`))) missing.push(`${file}: ${group}`)
    }
    expect(missing).toEqual([])
  })

  it('are said with their values, in the language chosen', () => {
    expect(say('today.forecast', { n: 7, days: 6 })).toBe('还有 7 所学校待督导，本月剩 6 个教学日')
    locale.value = 'en'
    expect(say('today.forecast', { n: 7, days: 6 })).toBe('7 schools to visit, 6 teaching days left this month')
    expect(say('no.such.key')).toBe('no.such.key')
  })
})

function flatten(messages: object, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(messages)) {
    if (typeof value === 'string') into.set(prefix + name, value)
    else flatten(value as object, `${prefix}${name}.`, into)
  }
  return into
}

const valuesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort()
