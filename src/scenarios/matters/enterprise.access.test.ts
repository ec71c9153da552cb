import { randomBytes } from 'node:crypto'
import { Client as Register } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Departments, inventCounty } from '#platform/server/departments/index.ts'
import { hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { ensureTestServer } from '#platform/testing/server.ts'
import { mattersCounty } from './fixtures/county.ts'
import { scenario } from './scenario.ts'

const people = { ...hubPeople, households: 240 }
const { tables } = inventCounty(people)
const rows = (dataset: string) => tables.get(dataset) ?? []
const owners = rows('enterprises-of-person')
const firm = String(owners[0]?.['credit-code'])
const closing = {
  matter: 'company-closing',
  form: { 'application-reason': '不再经营', 'contact-phone': '13800000001' },
}
const food = {
  matter: 'food-licence',
  form: {
    ...{ 'food-business-kind': 'restaurant', 'food-licence-scope': '热食类食品制售', 'business-address': '妙高街道' },
    'contact-phone': '13800000001',
  },
}
const year = '2027-01-01T00:00:00+08:00'

type Neighbour = { readonly client: Client; readonly name: string; readonly phone: string }

let world: TestPlatform
let departments: Departments
let register: Register
let boss: Neighbour
let other: Neighbour
let agent: Neighbour

beforeAll(async () => {
  const ownerUrl = await ensureTestServer()
  const name = `department_${randomBytes(4).toString('hex')}`
  departments = await startHubDepartments({ ownerUrl, name }, people)
  const [now, placeOf] = [new Date('2026-03-02T10:00:00+08:00'), departments.placeOf]
  world = await testPlatform({ scenarios: [scenario], county: mattersCounty, placeOf, now })
  const own = new URL(ownerUrl)
  own.pathname = `/${name}`
  register = new Register({ connectionString: own.href })
  await register.connect()
  boss = await settle(ownerOf(0), '13900000001')
  other = await settle(ownerOf(1), '13900000002')
  const [child] = rows('household-registration').filter((row) => row['household-relation'] === '妻')
  agent = await settle({ name: String(child?.name), number: String(child?.['identity-number']) }, '13900000003')
})
afterAll(async () => {
  await register?.end()
  await departments?.stop()
  await world?.close()
})
beforeEach(async () => {
  for (const { client } of [boss, other]) await client.call('POST', confirmations)
})

const confirmations = '/portal/enterprises/confirmations'
const ownerOf = (at: number) => ({
  name: String(owners[at]?.['legal-representative']),
  number: String(owners[at]?.['legal-representative-number']),
})

async function settle(who: { readonly name: string; readonly number: string }, phone: string): Promise<Neighbour> {
  const { body } = await world.nobody.call('POST', '/portal/codes', { phone })
  const code = /\d{6}/.exec(body.shown)?.[0]
  const client = openClient(world.url, (await world.nobody.call('POST', '/portal/session', { phone, code })).cookie)
  expect((await client.call('POST', '/portal/identity', who)).status).toBe(200)
  return { client, phone, name: who.name }
}

/** The register names somebody else, or the same again. */
async function represent(who: { readonly name: string; readonly number: string }): Promise<void> {
  await register.query(
    `update market.enterprise set "legal-representative" = $2, "legal-representative-number" = $3 where "credit-code" = $1`,
    [firm, who.name, who.number],
  )
}

const ask = (who: Neighbour, what: object) => who.client.call('POST', '/portal/cases', { ...what, enterprise: firm })
const enterprisesOf = async ({ client }: Neighbour) =>
  (await client.call('GET', '/portal/enterprises')).body.enterprises
const casesOf = async ({ client }: Neighbour) =>
  (await client.call('GET', `/portal/cases?enterprise=${firm}`)).body.cases
const idsOf = (cases: { case: string }[]) => cases.map((one) => one.case)

test('a legal representative asks for the enterprise that the register names; the look stands among the looks at them', async () => {
  expect(await enterprisesOf(boss)).toMatchObject([
    { enterprise: firm, as: 'representative', matters: null, counts: true },
  ])
  const submitted = await ask(boss, closing)
  expect(submitted.body.state).toBe('handling')
  const seen = (await boss.client.call('GET', `/portal/cases/${submitted.body.case}`)).body
  expect(seen).toMatchObject({
    applicantKind: 'enterprise',
    applicant: owners[0]?.['enterprise-name'],
    channel: 'phone',
  })
  expect(idsOf(await casesOf(boss))).toEqual([submitted.body.case])
  expect((await boss.client.call('GET', '/portal/cases')).body.cases).toEqual([])
  const again = await boss.client.call('POST', '/portal/cases', { ...closing, enterprise: firm })
  expect(again.body.code).toBe('casework.case.under-way')
  await boss.client.call('POST', `/portal/cases/${submitted.body.case}/withdrawal`, { reason: '继续经营' })
})

test('nobody else asks for it or sees anything of it, and a matter for people is not asked for by an enterprise', async () => {
  const { body } = await ask(boss, closing)
  for (const stranger of [other, agent]) {
    expect((await ask(stranger, closing)).body.code).toBe('residents.enterprise.none')
    expect(await casesOf(stranger)).toEqual([])
    expect((await stranger.client.call('GET', `/portal/cases/${body.case}`)).status).toBe(404)
    expect(
      (await stranger.client.call('POST', `/portal/cases/${body.case}/withdrawal`, { reason: '不办' })).status,
    ).toBe(404)
  }
  expect((await ask(boss, { matter: 'residence-proof', form: {} })).body.code).toBe('casework.applicant.kind')
  expect((await boss.client.call('POST', '/portal/cases', closing)).body.code).toBe('casework.applicant.kind')
  expect((await boss.client.call('POST', `/portal/cases/${body.case}/withdrawal`, { reason: '继续经营' })).status).toBe(
    200,
  )
})

test('a food licence that is granted is issued to the enterprise, with what the certificate has and no more', async () => {
  const { body } = await ask(boss, { ...food, materials: await layout(boss) })
  const clerk = await world.as('shichangjianguan')
  for (const step of ['review', 'visit', 'decide']) {
    const gives = step === 'decide' ? { 'food-licence-number': 'JY23311990000001', 'valid-until': '2031-03-01' } : {}
    const done = await clerk.call('POST', `/cases/${body.case}/steps/${step}/completion`, { gives })
    expect(done.status).toBe(200)
  }
  await world.passTo(new Date(world.clock.now().getTime() + 60_000))
  const { outcomes } = (await boss.client.call('GET', `/portal/cases/${body.case}`)).body
  expect(outcomes).toMatchObject([{ outcome: 'licence', state: 'done', reference: expect.stringMatching(/./) }])
})

test('an agent acts in the matters named, sees those alone, lets nobody else act, and ends with a word of either', async () => {
  const terms = { phone: agent.phone, name: agent.name, until: year, enterprise: firm, matters: ['company-closing'] }
  expect((await other.client.call('POST', '/portal/mandates', terms)).body.code).toBe('residents.enterprise.none')
  const given = await boss.client.call('POST', '/portal/mandates', terms)
  expect(given.status).toBe(200)
  const [mandate] = (await agent.client.call('GET', '/portal/mandates')).body.mandates
  expect(mandate).toMatchObject({ enterpriseName: owners[0]?.['enterprise-name'], mine: 'received', state: 'in-force' })
  const whole = await ask(boss, { ...food, materials: await layout(boss) })
  expect(whole.body.state).toBe('handling')
  const submitted = await ask(agent, closing)
  expect(submitted.body.state).toBe('handling')
  expect((await ask(agent, { ...food, materials: await layout(agent) })).body.code).toBe('residents.enterprise.none')
  const own = await correction(submitted.body.case)
  expect((await fetchFile(agent, own)).status).toBe(200)
  expect((await fetchFile(boss, own)).status).toBe(200)
  await agent.client.call('POST', confirmations)
  expect(await enterprisesOf(agent)).toMatchObject([
    { enterprise: firm, as: 'agent', matters: [{ matter: 'company-closing' }] },
  ])
  const seen = (await casesOf(agent)) as { readonly matter: { readonly id: string } }[]
  expect(new Set(seen.map(({ matter }) => matter.id))).toEqual(new Set(['company-closing']))
  expect((await agent.client.call('GET', `/portal/cases/${whole.body.case}`)).status).toBe(404)
  expect(idsOf(await casesOf(boss))).toEqual(expect.arrayContaining([submitted.body.case, whole.body.case]))
  expect(
    (await agent.client.call('POST', '/portal/mandates', { ...terms, phone: other.phone, name: other.name })).body.code,
  ).toBe('residents.enterprise.none')
  await boss.client.call('DELETE', `/portal/mandates/${given.body.mandate}`)
  await agent.client.call('POST', confirmations)
  expect((await ask(agent, closing)).body.code).toBe('residents.enterprise.none')
  expect(await casesOf(agent)).toEqual([])
  expect((await fetchFile(agent, own)).status).toBe(404)
  expect((await fetchFile(boss, own)).status).toBe(200)
  await boss.client.call('POST', `/portal/cases/${submitted.body.case}/withdrawal`, { reason: '继续经营' })
})

test('whom the register names no longer is out at once, with whoever acted under them; whom it names now is in', async () => {
  const terms = { phone: agent.phone, name: agent.name, until: year, enterprise: firm, matters: null }
  await boss.client.call('POST', '/portal/mandates', terms)
  const { body } = await ask(boss, closing)
  await represent(ownerOf(1))
  expect((await boss.client.call('POST', confirmations)).body.enterprises).toEqual([])
  expect((await boss.client.call('GET', `/portal/cases/${body.case}`)).status).toBe(404)
  expect((await ask(agent, closing)).body.code).toBe('residents.enterprise.none')
  expect((await agent.client.call('GET', '/portal/mandates')).body.mandates[0].withdrawnAt).not.toBeNull()
  await other.client.call('POST', confirmations)
  expect(idsOf(await casesOf(other))).toContain(body.case)
  await represent(ownerOf(0))
  await other.client.call('POST', confirmations)
  expect(await casesOf(other)).toEqual([])
})

const fetchFile = ({ client }: Neighbour, file: string) => client.call('GET', `/portal/files/${file}`)

/** The insurance office asks for something, and the agent brings it; gives the file. */
async function correction(id: string): Promise<string> {
  const clerk = await world.as('renshe')
  await clerk.call('POST', `/cases/${id}/steps/insurance/correction-request`, { list: ['职工安置方案'] })
  const { body } = await agent.client.upload('职工安置方案.pdf', '%PDF-1.7 职工安置方案', undefined, '/portal/files')
  const corrected = { step: 'insurance', note: '已补', files: [body.file] }
  expect((await agent.client.call('POST', `/portal/cases/${id}/corrections`, corrected)).status).toBe(200)
  return body.file
}

async function layout({ client }: Neighbour) {
  const file = await client.upload('平面图.pdf', '%PDF-1.7 平面图', undefined, '/portal/files')
  return { layout: [file.body.file] }
}
