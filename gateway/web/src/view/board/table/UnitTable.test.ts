import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type App, createApp, h, nextTick } from 'vue'
import { i18n } from '../../../i18n'
import { NO_FILTER } from '../../../model/board/rows'
import { row, visited } from '../../../testing/builders'
import UnitTable from './UnitTable.vue'

describe('the table of units', () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => (index === 1 ? visited : row)({ code: String(index), name: `第${index}小学` }))
  const open = vi.fn()
  const sorted = vi.fn()
  let app: App
  let root: HTMLElement

  const find = (selector: string): HTMLElement => root.querySelector<HTMLElement>(selector) ?? expect.fail(`no ${selector}`)
  const press = (key: string): boolean => (document.activeElement ?? root).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

  beforeEach(async () => {
    vi.clearAllMocks()
    root = document.body.appendChild(document.createElement('div'))
    app = createApp(() =>
      h(UnitTable, { rows, filter: NO_FILTER, cued: new Set(['school/1']), opened: null, onOpen: open, 'onUpdate:filter': sorted }),
    )
    app.use(i18n).mount(root)
    await nextTick()
  })
  afterEach(() => {
    app.unmount()
    root.remove()
  })

  it('draws few rows and tells assistive technology of all', () => {
    expect(root.querySelectorAll('[role=row]').length).toBeLessThan(60)
    expect(find('[role=grid]').getAttribute('aria-rowcount')).toBe('3001')
    expect(find('[data-index="1"]').getAttribute('aria-rowindex')).toBe('3')
  })

  it('says a status in a word, beside its shape', () => {
    expect(find('[data-index="0"] .status').textContent).toContain('待督导')
    expect(find('[data-index="1"] .status').textContent).toContain('达标')
    expect(find('[data-index="1"]').classList).toContain('cued')
  })

  it('is one stop for the Tab key, moved by arrows, opened by Enter', async () => {
    expect(root.querySelectorAll('[role=row][tabindex="0"]')).toHaveLength(1)
    find('[data-index="0"]').focus()
    press('ArrowDown')
    await vi.waitFor(() => expect(document.activeElement).toBe(find('[data-index="1"]')))
    press('Enter')
    expect(open).toHaveBeenCalledWith('school/1')
  })

  it('sorts by its headings and turns the order around', () => {
    find('.head .unit button').click()
    expect(sorted).toHaveBeenCalledWith({ ...NO_FILTER, sort: 'name', descending: false })
    find('.head .status button').click()
    expect(sorted).toHaveBeenCalledWith({ ...NO_FILTER, descending: true })
  })
})
