import { describe, expect, it } from 'vitest'
import { SavedViews } from './saved-views'

function store(): Pick<Storage, 'getItem' | 'setItem'> & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

describe('saved views', () => {
  it('are kept for a user, and replaced by name', () => {
    const storage = store()
    const views = new SavedViews('li', storage)
    views.save(' 我的镇 ', 'town=330521001')
    views.save('漏访', 'status=red')
    views.save('我的镇', 'town=330521002')
    expect(new SavedViews('li', storage).all).toEqual([{ name: '我的镇', query: 'town=330521002' }, { name: '漏访', query: 'status=red' }])
    expect(new SavedViews('wang', storage).all).toEqual([])
    views.remove('漏访')
    expect(new SavedViews('li', storage).all).toHaveLength(1)
  })

  it('start anew when what was kept is broken, and go on where nothing can be kept', () => {
    const storage = store()
    storage.kept.set('supervision.views.li', '{broken')
    expect(new SavedViews('li', storage).all).toEqual([])
    const views = new SavedViews('li', { getItem: () => null, setItem: () => { throw new Error('full') } })
    views.save('a', 'q=1')
    expect(views.all).toHaveLength(1)
    views.save('  ', 'q=2')
    expect(views.all).toHaveLength(1)
  })
})
