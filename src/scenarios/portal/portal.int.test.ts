import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveConsent } from '#platform/server/data-hub/index.ts'
import { type Departments, inventCounty } from '#platform/server/departments/index.ts'
import { hubCounty, hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { ensureTestServer } from '#platform/testing/server.ts'
import { scenario } from './scenario.ts'

const now = new Date('2026-03-02T10:00:00+08:00')
const grants = `${hubCounty['grants.yaml']}
  - { id: who-is-who, effectiveFrom: '2026-01-01', until: '2026-12-31', dataset: household-registration, fields: [name], organisation: gongan, matters: [identity-check], ground: law, basis: 户口登记条例 }
`
const ladders = `ladders:
  - { id: standard, version: 1, effectiveFrom: '2026-01-01', name: 逐级督办, english: Ladder, levels: [{ name: 牵头单位, english: Lead, receiver: { relation: lead-unit, post: director } }] }
`
const [person] = inventCounty(hubPeople).tables.get('household-registration') ?? []
const me = { name: String(person?.name), number: String(person?.['identity-number']) }

let world: TestPlatform
let departments: Departments
let client: Client

beforeAll(async () => {
  departments = await startHubDepartments({
    ownerUrl: await ensureTestServer(),
    name: `department_${randomBytes(4).toString('hex')}`,
  })
  const county = { ...hubCounty, 'grants.yaml': grants, 'ladders.yaml': ladders }
  world = await testPlatform({ scenarios: [scenario], county, placeOf: departments.placeOf, now })
  client = await enter('13900000001')
}, 120_000)

afterAll(async () => {
  await departments?.stop()
  await world?.close()
})

async function enter(phone: string): Promise<Client> {
  const { body } = await world.nobody.call('POST', '/portal/codes', { phone })
  const code = /\d{6}/.exec(body.shown)?.[0]
  return openClient(world.url, (await world.nobody.call('POST', '/portal/session', { phone, code })).cookie)
}

test('before anybody knows who I am, nobody has looked at me and I have agreed to nothing', async () => {
  expect((await client.call('GET', '/portal/looks')).body).toEqual({ looks: [] })
  expect((await client.call('GET', '/portal/consents')).body).toEqual({ consents: [] })
})

test('the check of my identity is the first look that I see: who, for what, which field, on which law', async () => {
  expect((await client.call('POST', '/portal/identity', me)).status).toBe(200)
  const { looks } = (await client.call('GET', '/portal/looks')).body
  expect(looks).toMatchObject([
    {
      ...{ organisationName: 'gongan', ownerName: 'gongan', matterName: '实名核验', postTitle: null },
      ...{ basis: '户口登记条例', byConsent: false, outcome: 'answered', fields: [{ id: 'name', name: '姓名' }] },
    },
  ])
  expect(JSON.stringify(looks)).not.toContain(me.number)
})

test('what I agreed to I can take back, once, and nobody else can', async () => {
  const consent = await giveConsent(world.platform.services, {
    ...{ subject: { kind: 'person', number: me.number }, case: 'case-1', datasets: ['marriage-registration'] },
    ...{ endsAt: new Date('2026-06-01T00:00:00+08:00'), givenBy: 'self', actor: { system: 'test' } },
  })
  const stranger = await enter('13900000002')
  expect((await stranger.call('DELETE', `/portal/consents/${consent}`)).body).toEqual({ withdrawn: false })
  const [agreed] = (await client.call('GET', '/portal/consents')).body.consents
  expect(agreed).toMatchObject({ consent, state: 'in-force', datasets: [{ id: 'marriage-registration' }] })
  expect((await client.call('DELETE', `/portal/consents/${consent}`)).body).toEqual({ withdrawn: true })
  expect((await client.call('GET', '/portal/consents')).body.consents[0].state).toBe('withdrawn')
  expect((await client.call('DELETE', `/portal/consents/${consent}`)).body).toEqual({ withdrawn: false })
})

test('what is wrong I say once, at a look at me; its owner owes the answer, and nobody says it for me', async () => {
  const [look] = (await client.call('GET', '/portal/looks')).body.looks
  const about = { look: look.look, field: 'name', statement: '名字里少了一个字' }
  const stranger = await enter('13900000003')
  expect((await stranger.call('POST', '/portal/disputes', about)).body.code).toBe('record.unknown')
  const raised = await client.call('POST', '/portal/disputes', about, 'once')
  expect(raised.body).toMatchObject({ dispute: expect.any(String), dueAt: expect.any(String) })
  expect((await client.call('POST', '/portal/disputes', about, 'once')).body).toEqual(raised.body)
  expect((await client.call('POST', '/portal/disputes', about)).status).toBeGreaterThanOrEqual(400)
  expect((await client.call('GET', '/portal/disputes')).body.disputes).toMatchObject([
    {
      ...{ dispute: raised.body.dispute, look: look.look, statement: about.statement },
      ...{ fieldName: '姓名', ownerName: 'gongan', state: 'open', answer: null },
    },
  ])
  expect((await stranger.call('GET', '/portal/disputes')).body.disputes).toEqual([])
})

test('who is not signed in sees neither', async () => {
  for (const path of ['/portal/looks', '/portal/consents', '/portal/disputes'])
    expect((await world.nobody.call('GET', path)).status).toBe(401)
  expect((await client.call('DELETE', '/portal/consents/not-a-number')).status).toBe(422)
})
