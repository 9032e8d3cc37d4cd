// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest'
import { holdToMostCharacters } from './most-characters'

const pages = import.meta.glob('../**/*.vue', { query: '?raw', import: 'default', eager: true }) as Record<string, string>

beforeAll(() => holdToMostCharacters())

function typed(text: string, composing = false): string {
  const field = document.createElement('input')
  field.dataset.most = '3'
  document.body.append(field)
  field.value = text
  const event = new Event('input', { bubbles: true })
  if (composing) Object.defineProperty(event, 'isComposing', { value: true })
  field.dispatchEvent(event)
  return field.value
}

it('counts a rare character as one, as the server does', () => {
  expect(typed('𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷')
  expect(typed('𠮷𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷')
  expect(typed('张𠮷明珠')).toBe('张𠮷明')
})

it('waits for what is still being composed', () => expect(typed('zhang', true)).toBe('zhang'))

it('is what every field of every page goes by', () => {
  expect(Object.keys(pages).length).toBeGreaterThan(80)
  expect(Object.entries(pages).filter(([, text]) => /maxlength=/.test(text)).map(([file]) => file)).toEqual([])
})
