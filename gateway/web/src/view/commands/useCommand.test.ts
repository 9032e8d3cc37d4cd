import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { ApiError } from '../../client/http/http'
import type { Offer } from '../../model/commands/command'
import { useCommand } from './useCommand'

const { preview, send } = vi.hoisted(() => ({ preview: vi.fn(), send: vi.fn() }))
vi.mock('../../session/session', () => ({ api: { commands: () => ({ preview, send }) }, session: { value: { user: 'county-330521' } } }))

const OFFER: Offer = { name: 'returnForRework', grave: false, path: 'issues/1/rework', fields: [{ kind: 'text', name: 'reason', max: 500 }] }
const fault = (part: object): ApiError => new ApiError({ status: 503, code: 'none', retryable: true, ...part })
const keys = (): unknown[] => send.mock.calls.map((call) => call[2] as unknown)

describe('a command', () => {
  beforeEach(() => {
    vi.resetAllMocks()
    preview.mockResolvedValue({ events: [], deadlines: [], documents: [], alerts: [], before: null, after: null, warnings: [] })
  })

  async function shown(): Promise<ReturnType<typeof useCommand>> {
    const form = useCommand('school/1', OFFER)
    form.values.value.reason = '照片不清'
    await form.showConsequences()
    return form
  }

  it('asks for nothing while something is missing', async () => {
    const form = useCommand('school/1', OFFER)
    await form.showConsequences()
    expect([...form.faults.value]).toEqual(['reason'])
    expect(preview).not.toHaveBeenCalled()
  })

  it('shows what follows before it is sent, and sends what was shown', async () => {
    const form = await shown()
    expect(form.stage.value).toBe('shown')
    await form.confirm()
    expect(form.stage.value).toBe('done')
    expect(send).toHaveBeenCalledWith('issues/1/rework', { reason: '照片不清' }, expect.any(String))
  })

  it('has to be shown again after a change', async () => {
    const form = await shown()
    form.values.value.reason = '又改了'
    await Promise.resolve()
    expect([form.stage.value, form.preview.value]).toEqual(['filling', null])
  })

  it('of unknown outcome is repeated under its key, with its content locked', async () => {
    const form = await shown()
    send.mockRejectedValueOnce(fault({})).mockRejectedValueOnce(fault({ status: 0, code: 'network' })).mockResolvedValue({})
    await form.confirm()
    expect([form.stage.value, form.locked.value]).toEqual(['unknown', true])
    await form.confirm()
    await form.confirm()
    expect(form.stage.value).toBe('done')
    expect(new Set(keys()).size).toBe(1)
  })

  it('that was refused says so at the field, and is asked anew under another key', async () => {
    const form = await shown()
    send.mockRejectedValueOnce(fault({ status: 422, code: 'field-invalid', field: 'reason', retryable: false })).mockResolvedValue({})
    await form.confirm()
    expect([form.stage.value, [...form.faults.value]]).toEqual(['filling', ['reason']])
    await form.showConsequences()
    await form.confirm()
    expect(new Set(keys()).size).toBe(2)
  })

  it('that takes long is kept until it is done', async () => {
    localStorage.clear()
    const kept = { ...OFFER, kept: true }
    const form = useCommand('school/1', kept)
    form.values.value.reason = ' '
    await nextTick()
    expect(useCommand('school/1', kept).restored.value).toBe(false)
    form.values.value.reason = '写到一半'
    await nextTick()
    const again = useCommand('school/1', kept)
    expect([again.restored.value, again.values.value.reason]).toEqual([true, '写到一半'])
    expect(useCommand('school/2', kept).restored.value).toBe(false)
    send.mockResolvedValue({})
    await again.showConsequences()
    await again.confirm()
    expect(useCommand('school/1', kept).restored.value).toBe(false)
  })
})
