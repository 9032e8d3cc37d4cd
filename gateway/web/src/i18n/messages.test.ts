import { describe, expect, it } from 'vitest'
import { messages } from './index'

const chinese = flatten(messages['zh-CN'])
const english = flatten(messages.en)
const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

describe('messages', () => {
  it('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('are never empty', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(empty).toEqual([])
  })

  it('take the same values in both languages', () => {
    for (const [key, text] of chinese) expect(valuesIn(english.get(key) ?? ''), key).toEqual(valuesIn(text))
  })

  it('exist for every key the pages name', () => {
    const missing: string[] = []
    for (const [file, source] of Object.entries(sources))
      for (const [, key = ''] of source.matchAll(/\bt\('([\w.-]+)'/g)) if (!chinese.has(key)) missing.push(`${file}: ${key}`)
    expect(missing).toEqual([])
  })

  it('exist for every group of keys the pages complete', () => {
    const missing: string[] = []
    for (const [file, source] of Object.entries(sources))
      for (const [, group = ''] of source.matchAll(/\bt\(`([\w.]+)\.\$\{/g))
        if (![...chinese.keys()].some((key) => key.startsWith(`${group}.`))) missing.push(`${file}: ${group}`)
    expect(missing).toEqual([])
  })
})

function flatten(messages: object, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(messages)) {
    if (typeof value === 'string') into.set(prefix + name, value)
    else flatten(value as object, `${prefix}${name}.`, into)
  }
  return into
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
}
