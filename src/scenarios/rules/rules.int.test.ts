import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { roles, testPack } from './fixtures/county.ts'
import { scenario } from './scenario.ts'

const model = '/rules/allowance'
const xml = await readFile('counties/suichang/rules/old-age-allowance.dmn', 'utf8')
const raised = xml.replace('<text>120</text>', '<text>150</text>')

let test: TestPlatform
let editor: Client
let approver: Client
let stranger: Client

beforeAll(async () => {
  test = await testPlatform({
    scenarios: [scenario],
    county: testPack(xml),
    now: new Date('2026-11-22T09:00:00+08:00'),
  })
  ;[editor, approver, stranger] = await Promise.all([
    test.as(roles.editor),
    test.as(roles.approver),
    test.as(roles.stranger),
  ])
})
afterAll(() => test.close())

const proposal = { xml: raised, effectiveFrom: '2026-12-01', reason: '省里提高了标准', tried: null }
const facts = { 年龄: 93, 本县户籍: true, 在世: true, 已享受同类津贴: false }

it('the model in force is shown with its document, decisions and version', async () => {
  const { status, body } = await editor.call('GET', model)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    version: 1,
    mayEdit: true,
    mayApprove: true,
    versions: [{ version: 1, state: 'in-force', origin: 'pack' }],
  })
  expect(body.xml).toBe(xml)
  expect((await editor.call('GET', '/rules')).body.models).toMatchObject([{ model: 'allowance', waiting: 0 }])
})

it('a post without the permission sees and changes nothing', async () => {
  for (const [method, path, body] of [
    ['GET', '/rules', undefined],
    ['GET', model, undefined],
    ['POST', `${model}/checks`, { xml }],
    ['POST', `${model}/versions`, proposal],
  ] as const)
    expect((await stranger.call(method, path, body)).status, path).toBe(403)
})

it('a check names every expression that cannot be read, and a torn document is refused', async () => {
  const odd = xml.replace('<text>[80..90)</text>', '<text>[80..</text>')
  expect((await editor.call('POST', `${model}/checks`, { xml: odd })).body.faults).toMatchObject([
    { decision: '津贴标准', row: 1 },
  ])
  expect(await editor.call('POST', `${model}/checks`, { xml: '<a>' })).toMatchObject({
    status: 422,
    body: { code: 'rules.model.malformed' },
  })
})

it('past cases show what a change would have changed, with both explanations', async () => {
  const cases = [facts, { ...facts, 年龄: 85 }, { ...facts, 年龄: 70 }]
  const { status, body } = await editor.call('POST', `${model}/trials`, { xml: raised, decision: '高龄津贴', cases })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    cases: 3,
    changed: 1,
    lost: 0,
    examples: [{ key: '1', before: { result: { 金额: 120 } }, after: { result: { 金额: 150 } } }],
  })
})

it('nobody approves his own proposal; once another has, it holds from its day and not before', async () => {
  const proposed = await editor.call('POST', `${model}/versions`, proposal)
  expect(proposed).toMatchObject({ status: 200, body: { version: 2 } })
  const decision = `${model}/versions/2/decision`
  expect(await editor.call('POST', decision, { act: 'approve', reason: '同意' })).toMatchObject({
    body: { code: 'rules.proposal.own' },
  })
  expect((await approver.call('POST', decision, { act: 'approve', reason: '同意' })).status).toBe(200)
  expect((await approver.call('POST', decision, { act: 'reject', reason: '又想了想' })).body.code).toBe(
    'rules.proposal.decided',
  )
  expect((await editor.call('GET', model)).body).toMatchObject({
    version: 1,
    versions: [
      { version: 2, state: 'later' },
      { version: 1, state: 'in-force' },
    ],
  })
  await test.passTo(new Date('2026-12-01T00:00:00+08:00'))
  expect((await editor.call('GET', model)).body).toMatchObject({
    version: 2,
    xml: raised,
    versions: [{ state: 'in-force' }, { state: 'over' }],
  })
})

it('what does not differ, reaches back or cannot be read is not proposed', async () => {
  const refusalOf = async (change: object) =>
    (await editor.call('POST', `${model}/versions`, { ...proposal, effectiveFrom: '2027-01-01', ...change })).body.code
  expect(await refusalOf({ xml: raised })).toBe('rules.proposal.same')
  expect(await refusalOf({ xml, effectiveFrom: '2026-11-01' })).toBe('rules.proposal.day-past')
  expect(await refusalOf({ xml: xml.replace('&gt;= 100', '&gt;=') })).toBe('rules.proposal.faulty')
})
