import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listConsentsBy, listLooksAtSubject, lookUpSweep, withdrawConsent } from '#platform/server/data-hub/index.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { testMatters } from './fixtures/test-matters.ts'
import { type MattersWorld, openMattersWorld, rent, rowsOf } from './fixtures/world.ts'

let here: MattersWorld

beforeAll(async () => {
  here = await openMattersWorld({ county: testMatters() })
})
afterAll(() => here?.close())
beforeEach(async () => {
  await here.pass(60)
  await here.departments.mend()
})

type Resident = Awaited<ReturnType<MattersWorld['resident']>>

/** Who looked at a resident's data of a dataset, but for the check of who they are. */
async function looksOf({ number }: Resident, dataset: string) {
  const looks = await listLooksAtSubject(here.world.platform.services, { kind: 'person', number })
  return looks.filter((look) => look.dataset.id === dataset && look.matter !== 'identity-check')
}
const materialOf = async (client: Client, id: string, material: string) =>
  (await client.call('GET', `/portal/cases/${id}`)).body.materials.find(
    (one: { material: string }) => one.material === material,
  )
const storyOf = async (client: Client, id: string, kind: string) =>
  (await client.call('GET', `/portal/cases/${id}`)).body.story.filter(
    (one: { kind: string }) => one.kind === `casework.case.${kind}`,
  )
/** Lets the hub ask again what waits, and the cases take it up. */
async function pass(minutes: number): Promise<void> {
  await here.pass(minutes)
  await lookUpSweep(here.world.platform.services).once(here.world.clock.now(), 50)
  await here.pass(1)
}

describe('what was brought for a form', () => {
  const births = rowsOf('birth-certificate')
  const mothers = births.map(
    (birth) =>
      rowsOf('household-registration').find((row) => row['identity-number'] === birth['mother-identity-number']) ?? {},
  )
  const form = {
    ...{ 'child-name': '新宝', 'child-sex': 'female', 'child-born-on': '2026-02-01' },
    ...{ 'registered-address': '大柘镇大田村', 'contact-phone': '13800000001' },
  }

  test('is not asked again for its case: the mother sees one look, of her case, however often she opened the form', async () => {
    const mother = await here.resident(mothers[0] ?? {})
    const filled = await mother.call('POST', '/portal/prefills', { matter: 'newborn' })
    expect(filled.body.values).toContainEqual({
      ...{ field: 'contact-phone', value: expect.stringMatching(/^1\d{10}$/), source: '您登录时', asOf: null },
    })
    expect(filled.body.values.length).toBeGreaterThan(1)
    expect((await mother.call('POST', '/portal/prefills', { matter: 'newborn' })).body).toEqual(filled.body)
    await here.pass(10)
    await mother.call('PUT', '/portal/drafts/newborn', { form: { 'child-name': '新宝' }, materials: {} })
    const { body } = await mother.call('POST', '/portal/cases', { matter: 'newborn', form })
    expect(body.state).toBe('handling')
    expect((await mother.call('GET', '/portal/drafts/newborn')).body).toEqual({ draft: null })
    expect(await looksOf(mother, 'birth-certificate')).toMatchObject([{ case: body.case, state: 'answered' }])
    const { material, records } = await materialOf(mother, body.case, 'birth')
    expect(material).toBe('birth')
    expect(records[0].map(({ field }: { field: string }) => field)).toContain('hospital-name')
  })

  test('while its department was down is waited for under the same look', async () => {
    const mother = await here.resident(mothers[1] ?? {})
    await here.departments.order({ connector: 'weijian-chusheng', behave: 'down' })
    const filled = await mother.call('POST', '/portal/prefills', { matter: 'newborn' })
    expect(filled.body.waiting).toContain('出生医学证明')
    const { body } = await mother.call('POST', '/portal/cases', { matter: 'newborn', form })
    expect(body.state).toBe('gathering')
    await here.departments.mend()
    await pass(2)
    expect((await mother.call('GET', `/portal/cases/${body.case}`)).body.state).toBe('handling')
    expect(await looksOf(mother, 'birth-certificate')).toMatchObject([{ case: body.case, state: 'answered' }])
  })

  test('days ago is stale, and asked anew', async () => {
    const mother = await here.resident(mothers[2] ?? {})
    await mother.call('POST', '/portal/prefills', { matter: 'newborn' })
    await here.pass(5 * 24 * 60)
    await mother.call('POST', '/portal/cases', { matter: 'newborn', form })
    expect(await looksOf(mother, 'birth-certificate')).toHaveLength(2)
  })
})

describe('a department that answers wrongly', () => {
  test.each(['wrong-person', 'schema'] as const)(
    '(%s) is told once and asked ever more rarely; after five times only the paper helps, and nothing began anew',
    async (behave) => {
      const client = await here.nextTenant()
      await here.departments.order({ connector: 'zhujian-zulin', behave })
      const { body } = await client.call('POST', '/portal/cases', rent)
      expect(body.state).toBe('gathering')
      expect(await materialOf(client, body.case, 'lease')).toMatchObject({
        state: 'wanted',
        trouble: expect.stringContaining(behave === 'wrong-person' ? '姓名与申请人不同' : '有问题'),
      })
      for (let hour = 0; hour < 40; hour += 1) await here.pass(60)
      expect(await looksOf(client, 'tenancy-contracts')).toHaveLength(5)
      expect(await storyOf(client, body.case, 'data-lacking')).toHaveLength(1)
      const file = await client.upload('租赁合同.pdf', '%PDF-1.7 租赁合同', undefined, '/portal/files')
      const paper = { material: 'lease', files: [file.body.file] }
      await client.call('POST', `/portal/cases/${body.case}/materials`, paper)
      expect((await client.call('GET', `/portal/cases/${body.case}`)).body.state).toBe('handling')
    },
  )

  test('where no paper can help is asked daily until it is right: the authority hears of it, the case goes on by itself', async () => {
    const client = await here.nextTenant()
    await here.departments.order({ connector: 'gongjijin-yewu', behave: 'duplicate' })
    const { body } = await client.call('POST', '/portal/cases', rent)
    for (let day = 0; day < 7; day += 1) await here.pass(24 * 60)
    expect(await materialOf(client, body.case, 'account')).toMatchObject({ state: 'wanted' })
    const [lacking] = await storyOf(client, body.case, 'data-lacking')
    expect(lacking.words).toContain('受理单位已知悉')
    await here.departments.mend()
    await here.pass(24 * 60)
    expect((await client.call('GET', `/portal/cases/${body.case}`)).body.state).toBe('granted')
  })
})

describe('what may be looked up with consent alone', () => {
  const weddings = rowsOf('marriage-registration')
  const spouse = (at: number) =>
    here.resident(
      rowsOf('household-registration').find((row) => row['identity-number'] === weddings[at]?.['identity-number']) ??
        {},
    )
  const ask = async (at: number) => {
    const client = await spouse(at)
    const { body } = await client.call('POST', '/portal/cases', { matter: 'wed', form: {} })
    return { client, id: body.case as string, path: `/portal/cases/${body.case}` }
  }
  const agree = (client: Client, path: string, key?: string) =>
    client.call('POST', `${path}/consents`, { material: 'marriage' }, key)

  test('is asked of the person, and looked up once they agree; a repeat is the same consent', async () => {
    const { client, id, path } = await ask(20)
    expect(await materialOf(client, id, 'marriage')).toMatchObject({ state: 'wanted', asksConsent: true })
    await here.world.derive()
    const { notices } = (await client.call('GET', '/portal/notices')).body
    expect(notices[0].zh).toContain('要您同意才能查询')
    for (const _ of [1, 2]) expect((await agree(client, path, 'agree-1')).status).toBe(200)
    expect((await agree(client, path, 'agree-2')).body.code).toBe('casework.case.not-gathering')
    expect((await client.call('GET', path)).body.state).toBe('handling')
    expect(await materialOf(client, id, 'marriage')).toMatchObject({ state: 'brought', asksConsent: false })
    const consents = await listConsentsBy(here.world.platform.services, { kind: 'person', number: client.number })
    expect(consents).toHaveLength(1)
    expect((await looksOf(client, 'marriage-registration'))[0]).toMatchObject({ consent: consents[0]?.id, case: id })
  })

  test('and taken back in the middle is looked up no more: the case goes on by paper', async () => {
    const { client, id, path } = await ask(22)
    await here.departments.order({ connector: 'minzheng-shiwu', behave: 'down' })
    await agree(client, path)
    expect(await materialOf(client, id, 'marriage')).toMatchObject({ state: 'wanted', asksConsent: false })
    const { services } = here.world.platform
    const [consent] = await listConsentsBy(services, { kind: 'person', number: client.number })
    await withdrawConsent(services, consent?.id ?? '', { system: 'test' })
    await here.departments.mend()
    const before = (await here.departments.asked()).length
    await pass(5)
    expect((await here.departments.asked()).length).toBe(before)
    expect(await materialOf(client, id, 'marriage')).toMatchObject({ state: 'wanted', asksConsent: true, records: [] })
    const file = await client.upload('结婚证.pdf', '%PDF-1.7 结婚证', undefined, '/portal/files')
    await client.call('POST', `${path}/materials`, { material: 'marriage', files: [file.body.file] })
    expect((await client.call('GET', path)).body.state).toBe('handling')
  })

  test('nobody else agrees to, not even a helper, and nobody where nothing is asked', async () => {
    const mother = await spouse(24)
    const son = await spouse(26)
    const until = new Date(here.world.clock.now().getTime() + 90 * 86_400_000).toISOString()
    await mother.call('POST', '/portal/mandates', { phone: son.phone, name: son.name, matters: ['wed'], until })
    const { body } = await son.call('POST', '/portal/cases', { matter: 'wed', form: {}, resident: mother.id })
    const path = `/portal/cases/${body.case}`
    expect((await agree(son, path)).body.code).toBe('casework.consent.not-own')
    expect((await agree(await spouse(28), path)).status).toBe(404)
    const stray = await mother.call('POST', `${path}/consents`, { material: 'photo' })
    expect(stray.body.code).toBe('casework.consent.not-asked')
    expect((await agree(mother, path)).status).toBe(200)
  })
})
