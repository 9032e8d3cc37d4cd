import { describe, expect, it } from 'vitest'
import { type ApprovalView, nameIn } from '../../client/county/approvals'
import type { Act } from '../../client/types'
import { lastOf, type Me, partsOf, sameSubject, type Standing, standingOf, subjectOf, waitingFor } from './approvals'

const entry = (part: Partial<ApprovalView> = {}): ApprovalView => ({
  no: 1, kind: 'BulkExport', kindText: { zh: '批量导出', en: 'bulk export' }, subject: 'issues.xlsx?open=true', reason: '年度总结', by: 'county-330521', askedAt: '2026-03-02T04:00:00Z',
  state: 'Asked', stateText: { zh: '待审批', en: 'waiting' }, until: '2026-03-03T04:00:00Z', decidedBy: null, remark: null, usedAt: null, ...part,
})
const MAY: Record<string, readonly Act[]> = { director: ['DecideApproval', 'AskApproval'], committee: ['DecideApproval', 'ApproveIdentity'], office: ['AskApproval'] }
const as = (who: keyof typeof MAY, user = 'somebody'): Me => ({ user, may: MAY[who]! })

describe('an approval', () => {
  it.each<[string, ApprovalView, Me, Standing]>([
    ['a director decides', entry(), as('director'), 'may'],
    ['nobody decides their own', entry({ by: 'somebody' }), as('director'), 'own'],
    ['the office only asks', entry(), as('office'), 'role'],
    ['the level above only asks', entry(), as('office'), 'role'],
    ['an identity is the committee’s', entry({ kind: 'SealedIdentity' }), as('director'), 'committee'],
    ['an identity, by the committee', entry({ kind: 'SealedIdentity' }), as('committee'), 'may'],
    ['what was decided', entry({ state: 'Given' }), as('committee'), 'over'],
    ['what came too late', entry({ state: 'Expired' }), as('committee'), 'over'],
  ])('%s', (_, asked, me, expected) => expect(standingOf(asked, me)).toBe(expected))

  it('waits for whoever may decide it', () => {
    const all = [entry({ no: 3 }), entry({ no: 2, by: 'director' }), entry({ no: 1, state: 'Used' })]
    expect(waitingFor(all, as('director', 'director')).map((each) => each.no)).toEqual([3])
  })

  it('is for exactly one list, in whatever order its conditions stand', () => {
    expect(subjectOf('issues.xlsx', { severity: 'Serious', open: 'true', category: '' })).toBe('issues.xlsx?open=true&severity=Serious')
    expect(subjectOf('issues.docx', {})).toBe('issues.docx')
    expect(sameSubject('issues.xlsx?a=1&b=2', 'issues.xlsx?b=2&a=1')).toBe(true)
    expect(sameSubject('issues.xlsx?a=1', 'issues.docx?a=1')).toBe(false)
    expect(partsOf('issues.xlsx?category=S-HW&open=true')).toEqual({ file: 'issues.xlsx', conditions: [['category', 'S-HW'], ['open', 'true']] })
  })

  it('is found again by who asked', () => {
    const all = [entry({ no: 4, by: 'other' }), entry({ no: 3, state: 'Refused' }), entry({ no: 2, state: 'Used' })]
    expect(lastOf(all, 'issues.xlsx?open=true', 'county-330521')?.no).toBe(3)
    expect(lastOf(all, 'issues.docx', 'county-330521')).toBeNull()
  })

  it('gives a file that keeps its Chinese name', () => {
    expect(nameIn("attachment; filename=_.xlsx; filename*=UTF-8''%E9%97%AE%E9%A2%98.xlsx")).toBe('问题.xlsx')
    expect(nameIn('attachment')).toBeNull()
    expect(nameIn("attachment; filename*=UTF-8''%E9%")).toBeNull()
  })
})
