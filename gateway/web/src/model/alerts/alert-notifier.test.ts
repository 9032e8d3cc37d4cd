import { beforeEach, describe, expect, it } from 'vitest'
import type { AlertView } from '../../client/types'
import { AlertNotifier, claimAcrossTabs, type NotifySettings, readSettings, writeSettings } from './alert-notifier'

const alert = (sequence: number, kind = 'missed-visit', resolvedAt: string | null = null): AlertView =>
  ({ sequence, id: `${kind}:${sequence}`, kind, unitName: `小学${sequence}`, resolvedAt }) as AlertView

describe('AlertNotifier', () => {
  let settings: NotifySettings
  let shown: string[][]
  let beeps: number
  let silent: boolean
  let claimed: Set<string>
  const tab = (): AlertNotifier =>
    new AlertNotifier({
      settings: () => settings,
      claim: (ids) => {
        const mine = ids.filter((id) => !claimed.has(id))
        for (const id of mine) claimed.add(id)
        return Promise.resolve(mine)
      },
      show: (alerts) => shown.push(alerts.map((each) => each.id)),
      beep: () => beeps++,
      canBeep: () => !silent,
    })

  beforeEach(() => {
    settings = { desktop: true, sound: true, least: 'High' }
    ;[shown, beeps, claimed, silent] = [[], 0, new Set(), false]
  })

  it('says nothing of what stood when the board was opened', async () => {
    const notifier = tab()
    await notifier.update([alert(2), alert(1)])
    await notifier.update([alert(2), alert(1)])
    expect(shown).toEqual([])
  })

  it('announces new alerts once, together, with one sound', async () => {
    const notifier = tab()
    await notifier.update([alert(1)])
    await notifier.update([alert(3), alert(2), alert(1)])
    await notifier.update([alert(3), alert(2), alert(1)])
    expect(shown).toEqual([['missed-visit:3', 'missed-visit:2']])
    expect(beeps).toBe(1)
  })

  it('also on a board that was empty when it was opened', async () => {
    const notifier = tab()
    await notifier.update([])
    await notifier.update([alert(1)])
    expect(shown).toEqual([['missed-visit:1']])
  })

  it('takes no old alert for news that moves up when others are resolved', async () => {
    const notifier = tab()
    await notifier.update([alert(9), alert(8)])
    await notifier.update([alert(8), alert(5)])
    expect(shown).toEqual([])
  })

  it('keeps to the severity chosen, and to what is switched on', async () => {
    const notifier = tab()
    await notifier.update([])
    await notifier.update([alert(1, 'visit-due')])
    settings = { ...settings, least: 'Medium', sound: false }
    await notifier.update([alert(2, 'visit-due'), alert(3, 'extension-asked')])
    expect(shown).toEqual([['visit-due:2']])
    expect(beeps).toBe(0)
  })

  it('leaves the sound to a window that may sound', async () => {
    settings = { ...settings, desktop: false }
    const [first, second] = [tab(), tab()]
    await Promise.all([first.update([]), second.update([])])
    silent = true
    await first.update([alert(1)])
    silent = false
    await second.update([alert(1)])
    expect(beeps).toBe(1)
  })

  it('announces an alert in one of two windows', async () => {
    const [first, second] = [tab(), tab()]
    await Promise.all([first.update([]), second.update([])])
    await Promise.all([first.update([alert(1)]), second.update([alert(1)])])
    expect(shown).toHaveLength(1)
    expect(beeps).toBe(1)
  })
})

describe('claimAcrossTabs', () => {
  beforeEach(() => localStorage.clear())

  it('gives each alert to one window, also without locks', async () => {
    const [first, second] = await Promise.all([claimAcrossTabs(['a', 'b'], localStorage, undefined), claimAcrossTabs(['b', 'c'], localStorage, undefined)])
    expect([...first, ...second].sort()).toEqual(['a', 'b', 'c'])
  })

  it('announces rather twice than not at all when nothing can be stored', async () => {
    const broken = { getItem: () => null, setItem: () => { throw new Error('full') } } as unknown as Storage
    expect(await claimAcrossTabs(['a'], broken, undefined)).toEqual(['a'])
  })
})

describe('settings', () => {
  beforeEach(() => localStorage.clear())

  it('are silent until somebody chose otherwise, and are kept', () => {
    expect(readSettings()).toEqual({ desktop: false, sound: false, least: 'High' })
    writeSettings({ desktop: true, sound: false, least: 'Low' })
    expect(readSettings()).toEqual({ desktop: true, sound: false, least: 'Low' })
    localStorage.setItem('supervision.notify', '{"least":"Everything"}')
    expect(readSettings().least).toBe('High')
  })
})
