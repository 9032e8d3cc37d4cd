// Sign in, visit, find an issue, rectify and verify it, with nothing but the generated client. Compiled strictly, then run by node.
import { randomUUID } from 'node:crypto'
import { client } from './client/client.gen'
import { acknowledgeNotice, readUnit, recordVisit, signInForToken, submitRectification, verifyIssue } from './client/sdk.gen'

const [, , address = '', code = ''] = process.argv
client.setConfig({ baseUrl: address, throwOnError: true })

async function as(userName: string): Promise<{ auth: () => string }> {
  const { data } = await signInForToken({ body: { userName, password: 'demo-2026-demo' }, throwOnError: true })
  return { auth: () => data.accessToken }
}

const unit = { kind: 'school' as const, code }
const key = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': randomUUID() })

async function walk(): Promise<void> {
  const [inspector, school, office] = [await as('inspector-330521-01'), await as(`unit-${code}`), await as('county-330521')]
  const visited = await recordVisit({
    ...inspector,
    path: unit,
    headers: key(),
    body: {
      startedAt: '2026-04-02T09:00:00+08:00',
      endedAt: '2026-04-02T10:00:00+08:00',
      methods: [{ method: 'SiteInspection', count: 1 }],
      findings: [{ category: 'S-HW-04', description: '班级群内布置需家长完成的手工作业' }],
    },
    throwOnError: true,
  })
  const { data: before } = await readUnit({ ...office, path: unit, throwOnError: true })
  const issue = before.cases.issues[0]
  if (!visited.data.changed || issue === undefined) throw new Error('the visit left no issue')
  const of = { ...unit, no: issue.no }
  await acknowledgeNotice({ ...school, path: of, headers: key(), body: {}, throwOnError: true })
  await submitRectification({ ...school, path: of, headers: key(), body: { text: '已停止布置并向家长致歉' }, throwOnError: true })
  await verifyIssue({ ...office, path: of, headers: key(), body: { remark: '查看班级群和作业记录，属实' }, throwOnError: true })
  const { data: after } = await readUnit({ ...office, path: unit, throwOnError: true })
  const refused = await submitRectification({ ...school, path: of, headers: key(), body: { text: '再报一次' }, throwOnError: false })
  console.log(`${after.cases.issues[0]?.state} ${refused.error?.code}`)
}

walk().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
