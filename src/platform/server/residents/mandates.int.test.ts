import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { type Departments, inventCounty } from '#platform/server/departments/index.ts'
import { hubCounty, hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { ensureTestServer } from '#platform/testing/server.ts'
import { mandateFor } from './index.ts'

const now = new Date('2026-03-02T10:00:00+08:00')
const year = '2027-03-01T00:00:00+08:00'
const people = (inventCounty(hubPeople).tables.get('household-registration') ?? []).map((row) => ({
  name: String(row.name),
  number: String(row['identity-number']),
}))
const grants = `${hubCounty['grants.yaml']}
  - { id: who-is-who, effectiveFrom: '2026-01-01', until: '2026-12-31', dataset: household-registration, fields: [name], organisation: gongan, matters: [identity-check], ground: law, basis: 户口登记条例 }
`
const roles = `roles:
  staff: { name: 工作人员, english: Staff, permissions: [{ permission: residents.help, scope: own }] }
  window: { name: 窗口, english: Window, permissions: [{ permission: residents.phone, scope: own }] }
`

type Neighbour = { readonly client: Client; readonly phone: string; readonly name: string; readonly id: PersonId }

let world: TestPlatform
let departments: Departments
let mother: Neighbour
let son: Neighbour
let worker: Client

beforeAll(async () => {
  departments = await startHubDepartments({
    ownerUrl: await ensureTestServer(),
    name: `department_${randomBytes(4).toString('hex')}`,
  })
  const county = {
    ...hubCounty,
    ...{ 'grants.yaml': grants, 'roles.yaml': roles },
    'posts/all.yaml': `posts:
  - { id: clerk, title: 经办人, english: Clerk, for: { kinds: [bureau, section] }, seats: 9, roles: [staff] }
  - { id: director, title: 局长, english: Head, for: { kinds: [bureau] }, seats: 1, roles: [staff, window] }
`,
    'demo/staff.yaml': `seed: 1
people:
  - { login: zhangwei, name: 张伟, posts: [fagai.clerk, jiaotong.clerk] }
  - { login: lixiaoyan, name: 李晓燕, posts: [fagai.director] }
`,
    'demo/accounts.yaml': `accounts:
  - { login: zhangwei, role: 经办人, english: Clerk }
`,
  }
  world = await testPlatform({ scenarios: [], county, placeOf: departments.placeOf, now })
  mother = await settle('13900000001', 0)
  son = await settle('13900000002', 1)
  worker = await world.as('zhangwei')
}, 120_000)

afterAll(async () => {
  await departments?.stop()
  await world?.close()
})

async function enter(phone: string): Promise<Client> {
  const { body } = await world.nobody.call('POST', '/portal/codes', { phone })
  const entered = await world.nobody.call('POST', '/portal/session', { phone, code: codeIn(body.shown) })
  return openClient(world.url, entered.cookie)
}

const codeIn = (text: string) => /\d{6}/.exec(text)?.[0]

async function settle(phone: string, at: number): Promise<Neighbour> {
  const client = await enter(phone)
  const { body } = await client.call('POST', '/portal/identity', people[at])
  return { client, phone, name: body.name, id: body.resident }
}

const allowed = (helper: Neighbour | { readonly id: PersonId; readonly post: PostId }, matter = 'old-age-allowance') =>
  world.database.asSystem(world.platform.services.jurisdiction, (tx) =>
    mandateFor(tx, {
      ...{ jurisdiction: world.platform.services.jurisdiction, resident: mother.id, matter, at: world.clock.now() },
      helper: { person: helper.id, post: 'post' in helper ? helper.post : undefined },
    }),
  )
const terms = (who: Neighbour, until = year) => ({ phone: who.phone, name: who.name, matters: null, until })

describe('who one is', () => {
  test('is checked against the register of the department, over the hub', async () => {
    expect(mother.name).toBe(people[0]?.name)
    expect((await mother.client.call('GET', '/portal/session')).body).toMatchObject({ verifiedBy: 'register' })
  })

  test('under another’s name it is nobody, and while the department is down nothing is said', async () => {
    const client = await enter('13900000003')
    const wrong = await client.call('POST', '/portal/identity', { ...people[2], name: '冒名' })
    expect(wrong.body.code).toBe('residents.identity.differs')
    for (const connector of Object.keys(departments.places)) await departments.order({ connector, behave: 'down' })
    expect((await client.call('POST', '/portal/identity', people[2])).body.code).toBe('residents.identity.unavailable')
    for (const connector of Object.keys(departments.places)) await departments.order({ connector, behave: 'well' })
  })
})

describe('a mandate', () => {
  test('is given from one’s own phone, seen by both, and withdrawn at once by either', async () => {
    expect(await allowed(son)).toBeUndefined()
    const given = await mother.client.call('POST', '/portal/mandates', terms(son), 'give-1')
    expect((await mother.client.call('POST', '/portal/mandates', terms(son), 'give-1')).body).toEqual(given.body)
    expect(await allowed(son)).toMatchObject({ id: given.body.mandate })
    const [seen] = (await son.client.call('GET', '/portal/mandates')).body.mandates
    expect(seen).toMatchObject({ mine: 'received', residentName: mother.name, state: 'in-force', consent: 'session' })
    const path = `/portal/mandates/${given.body.mandate}`
    expect((await son.client.call('DELETE', path)).status).toBe(200)
    expect(await allowed(son)).toBeUndefined()
    expect((await mother.client.call('DELETE', path)).body.code).toBe('residents.mandate.over')
  })

  test('comes by the code that the person tells, for exactly what the message said', async () => {
    const father = { phone: '13900000004', name: people[4]?.name ?? '', matters: null, until: year }
    const form = await worker.upload('同意书.pdf', '%PDF-1.7 signed')
    await worker.call('POST', '/mandates', { ...father, number: people[4]?.number, file: form.body.file })
    const asked = await son.client.call('POST', '/portal/mandates/consents', father)
    expect(asked.body.shown).toContain(`${son.name}请求代您办理：全部事项，到2027-03-01为止`)
    const exact = { ...father, code: codeIn(asked.body.shown) }
    const longer = { ...exact, until: '2027-03-02T00:00:00+08:00' }
    const confirm = (input: object) => son.client.call('POST', '/portal/mandates/confirmations', input, 'confirm-1')
    expect((await confirm(longer)).body.code).toBe('residents.code.wrong')
    const confirmed = await confirm(exact)
    expect((await confirm(exact)).body).toEqual(confirmed.body)
    const [mandate] = (await son.client.call('GET', '/portal/mandates')).body.mandates
    expect(mandate).toMatchObject({ mandate: confirmed.body.mandate, residentName: father.name, consent: 'code' })
  })

  test('ends by itself at its end', async () => {
    await mother.client.call('POST', '/portal/mandates', terms(son))
    world.clock.set(new Date(Date.parse(year) - 1))
    expect(await allowed(son)).toBeDefined()
    world.clock.set(new Date(year))
    expect(await allowed(son)).toBeUndefined()
    expect((await son.client.call('GET', '/portal/mandates')).body.mandates[0].state).toBe('ended')
    world.clock.set(now)
  })

  test('of an official counts in the post in which it was given, and in no other', async () => {
    const card = { ...people[5], matters: null, until: year }
    const form = await worker.upload('同意书.pdf', '%PDF-1.7 signed')
    const recorded = await worker.call('POST', '/mandates', { ...card, file: form.body.file })
    expect(recorded.status).toBe(200)
    const [mandate] = (await worker.call('GET', '/mandates')).body.mandates
    expect(mandate).toMatchObject({ residentName: people[5]?.name, consent: 'form', helperName: '张伟' })
    const jurisdiction = world.platform.services.jurisdiction
    const helper = world.platform.pack.people.find(({ login }) => login === 'zhangwei')?.id as PersonId
    const under = (post: string) =>
      world.database.asSystem(jurisdiction, (tx) =>
        mandateFor(tx, {
          ...{ jurisdiction, resident: mandate.resident, matter: 'any', at: now },
          helper: { person: helper, post: post as PostId },
        }),
      )
    expect([await under('fagai.clerk'), await under('jiaotong.clerk')].filter(Boolean)).toHaveLength(1)
    expect((await worker.call('DELETE', `/mandates/${mandate.mandate}`)).status).toBe(200)
    expect(await under('fagai.clerk')).toBeUndefined()
  })

  test('needs a form that is there, a name that is checked, another person, and at most a year', async () => {
    const refusal = async (answer: ReturnType<Client['call']>) => (await answer).body.code
    const give = (input: object) => refusal(mother.client.call('POST', '/portal/mandates', input))
    expect(await give(terms(mother))).toBe('residents.mandate.oneself')
    expect(await give({ ...terms(son), name: '别人' })).toBe('residents.mandate.helper-unknown')
    expect(await give(terms(son, '2027-03-04T00:00:00+08:00'))).toBe('residents.mandate.too-long')
    expect(await give(terms(son, '2026-03-01T00:00:00+08:00'))).toBe('residents.mandate.ends-before')
    expect(await give({ ...terms(son), matters: ['no-such-matter'] })).toBe('residents.mandate.matter-unknown')
    const stranger = await enter('13900000009')
    expect(await refusal(stranger.call('POST', '/portal/mandates', terms(son)))).toBe('residents.identity.required')
    const missing = { ...people[6], matters: null, until: year, file: '01900000-0000-7000-8000-000000000000' }
    expect(await refusal(worker.call('POST', '/mandates', missing))).toBe('record.unknown')
  })

  test('is nobody’s to see or withdraw but of the two', async () => {
    const given = await mother.client.call('POST', '/portal/mandates', terms(son))
    const stranger = await enter('13900000008')
    expect((await stranger.call('GET', '/portal/mandates')).body.mandates).toEqual([])
    const taken = await stranger.call('DELETE', `/portal/mandates/${given.body.mandate}`)
    expect(taken.body.code).toBe('record.unknown')
    expect((await worker.call('DELETE', `/mandates/${given.body.mandate}`)).body.code).toBe('record.unknown')
  })
})

test('a phone is changed by an official with the power and the card, once, with the code that came to the new one', async () => {
  const window = await world.as('lixiaoyan')
  const card = { ...people[7], phone: '13900000017' }
  await settle('13900000007', 7)
  expect((await worker.call('POST', '/residents/phone-codes', card)).body.code).toBe('permission.missing')
  expect((await window.call('POST', '/residents/phone-codes', { ...card, phone: '1' })).status).toBe(422)
  const asked = await window.call('POST', '/residents/phone-codes', card)
  const wanted = { ...card, code: codeIn(asked.body.shown) }
  expect((await worker.call('POST', '/residents/phone-changes', wanted)).body.code).toBe('permission.missing')
  const other = { ...wanted, ...people[8] }
  expect((await window.call('POST', '/residents/phone-changes', other)).body.code).toBe('residents.unknown')
  const change = () => window.call('POST', '/residents/phone-changes', wanted, 'change-1')
  const changed = await change()
  expect(changed.body).toMatchObject({ oldPhone: '139****0007', told: false })
  expect((await change()).body.resident).toBe(changed.body.resident)
  expect((await window.call('POST', '/residents/phone-changes', wanted)).body.code).toBe('residents.phone.same')
})
