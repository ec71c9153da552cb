import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkDigitOf } from '#platform/kernel/personal/index.ts'
import { unwrap } from '#platform/kernel/result.ts'
import { caseStream, findCase, gatherCase } from '#platform/server/casework/index.ts'
import { applyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import { testCounty } from '#platform/testing/county.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { mattersCounty } from './fixtures/county.ts'
import { longForm, testMatters } from './fixtures/test-matters.ts'
import { type MattersWorld, openMattersWorld, rent } from './fixtures/world.ts'

/* How matters fail: each test is one failure, over the real routes and a real PostgreSQL. `npm run bench -- cases` sends 10,000 at once. */

const crowd = 250
const together = 50

const roles = {
  'roles.yaml': (mattersCounty['roles.yaml'] ?? '').replace(
    '[{ permission: matters.reopen, scope: unit }]',
    '[{ permission: matters.reopen, scope: unit }, { permission: refused-access.read, scope: subtree }]',
  ),
  'demo/staff.yaml': `${mattersCounty['demo/staff.yaml']}  - { login: minzhenghead, name: 局长乙, posts: [minzheng.director] }\n`,
}

let here: MattersWorld

beforeAll(async () => {
  here = await openMattersWorld({ county: { ...testMatters(), ...roles } })
})
afterAll(() => here?.close())
beforeEach(async () => {
  await here.pass(60)
  await here.departments.mend()
})

/** Somebody who does not exist, by order. */
function person(order: number) {
  const seventeen = `33119919${70 + (order % 20)}0101${String(Math.floor(order / 20)).padStart(3, '0')}`
  return { kind: 'person', name: '吴甲', number: seventeen + checkDigitOf(seventeen) }
}
const form = { 'contact-phone': '13800000001' }
const count = async (sql: string, values: unknown[] = []) => {
  const [row] = await here.world.database.asOwner<{ count: number }>(
    `select count(*)::int as count from ${sql}`,
    values,
  )
  return row?.count
}

describe('a crowd', () => {
  test(`of ${crowd} at once, each of them twice, has a case each: nothing acknowledged is lost, nothing is there twice`, async () => {
    const clerk = await here.world.as('window')
    const orders = Array.from({ length: crowd * 2 }, (_, index) => index % crowd)
    const answers: { order: number; status: number; case: string }[] = []
    const next = orders.values()
    await Promise.all(
      Array.from({ length: together }, async () => {
        for (const order of next) {
          const input = { matter: 'plain', applicant: person(order), form }
          const { status, body } = await clerk.call('POST', '/cases', input, `crowd-${order}`)
          answers.push({ order, status, case: body.case })
        }
      }),
    )
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    const cases = new Set(answers.map((one) => one.case))
    expect(cases.size).toBe(crowd)
    expect(new Set(answers.map((one) => `${one.order} ${one.case}`)).size).toBe(crowd)
    expect(await count(`casework.case_file where matter = 'plain' and state = 'handling'`)).toBe(crowd)
    expect(await count('casework.step s where s.case_id = any($1::uuid[])', [[...cases]])).toBe(crowd)
    expect(await count(`journal.entry where kind = 'casework.case.submitted' and stream like 'casework.case/%'`)).toBe(
      crowd,
    )
  }, 60_000)
})

describe('what is too much', () => {
  test('is not a form with 500 fields; one wrong field among them is told by its place', async () => {
    const client = await here.nextTenant()
    const values = Object.fromEntries(longForm.map((field) => [field, '填写内容'.repeat(20)]))
    const wrong = await client.call('POST', '/portal/cases', { matter: 'long', form: { ...values, 'long-77': 7 } })
    expect(wrong.body).toMatchObject({ code: 'casework.form.invalid' })
    const { status, body } = await client.call('POST', '/portal/cases', { matter: 'long', form: values })
    expect(status).toBe(200)
    expect((await client.call('GET', `/portal/cases/${body.case}`)).body.form).toHaveLength(500)
  })

  test('is a file of 200 MB: refused as it comes, with memory bounded and nothing left on the disk', async () => {
    const client = await here.nextTenant()
    const sent = await sendMegabytes(client, 200)
    expect(sent).toMatchObject({ status: 413, code: 'input.too-large' })
    expect(sent.megabytes).toBeLessThan(60)
    expect(sent.memoryMegabytes).toBeLessThan(120)
    expect(await readdir(join(here.world.data, 'files', 'incoming'))).toEqual([])
    expect(await count('files.file where uploaded_by = $1', [client.id])).toBe(0)
  })
})

/** Sends bytes without saying how many will come, until they are refused. */
async function sendMegabytes(client: Client, megabytes: number) {
  const chunk = Buffer.alloc(1024 * 1024, 'x')
  const before = process.memoryUsage().rss
  let [sent, most] = [0, before]
  const body = Readable.from(
    (async function* () {
      for (; sent < megabytes; sent += 1) {
        most = Math.max(most, process.memoryUsage().rss)
        yield chunk
      }
    })(),
  )
  const headers = {
    ...{ cookie: client.cookie, 'idempotency-key': randomUUID(), 'x-file-name': 'a.pdf' },
    'content-type': 'application/octet-stream',
  }
  const call = request(`${here.world.url}/api/portal/files`, { method: 'POST', headers })
  const answered = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    call.once('error', reject)
    call.once('response', (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.once('end', () => resolve({ status: response.statusCode, text }))
      response.once('error', reject)
    })
  })
  await Promise.race([pipeline(body, call).catch(() => undefined), answered.catch(() => undefined)])
  const { status, text } = await answered
  return { status, code: JSON.parse(text).code, megabytes: sent, memoryMegabytes: (most - before) / 1024 / 1024 }
}

describe('an official who tries a case that is not theirs', () => {
  test('is told that there is none, and reported once to whoever answers for them; what is not there is not reported', async () => {
    const client = await here.nextTenant()
    const { body } = await client.call('POST', '/portal/cases', rent)
    const clerk = await here.world.as('minzheng')
    const absent = await clerk.call('GET', `/cases/${randomUUID()}`)
    const tried = await clerk.call('GET', `/cases/${body.case}`)
    expect(tried.status).toBe(404)
    expect({ ...tried.body, trace: '', instance: '' }).toEqual({ ...absent.body, trace: '', instance: '' })
    await clerk.call('GET', `/cases/${body.case}/papers/receipt`)
    await clerk.call('POST', `/cases/${body.case}/steps/review/completion`, {})
    const attempts = await here.world.database.asOwner<{ subject: string; post_id: string; readers: string[] }>(
      'select subject, post_id, readers from refused_access.attempt',
    )
    expect(attempts).toEqual([
      { subject: caseStream(body.case), post_id: 'minzheng.clerk', readers: ['minzheng.director'] },
    ])
    expect(await count(`journal.entry where kind = 'refused-access.attempted'`)).toBe(1)
  })
})

describe('a helper whose mandate ended in the middle', () => {
  test('sees and does nothing more of the case; it goes on for the applicant', async () => {
    const mother = await here.nextTenant()
    const son = await here.nextTenant()
    const until = new Date(here.world.clock.now().getTime() + 90 * 86_400_000).toISOString()
    const terms = { phone: son.phone, name: son.name, matters: ['rent-withdrawal'], until }
    const { body: mandate } = await mother.call('POST', '/portal/mandates', terms)
    await here.departments.order({ connector: 'zhujian-zulin', behave: 'error' })
    const { body } = await son.call('POST', '/portal/cases', { ...rent, resident: mother.id })
    const path = `/portal/cases/${body.case}`
    expect((await son.call('GET', path)).body).toMatchObject({ state: 'gathering', may: ['supply', 'withdraw'] })
    const helped = async () => (await son.call('GET', `/portal/cases?resident=${mother.id}`)).body.cases
    expect(await helped()).toMatchObject([{ case: body.case }])
    await mother.call('DELETE', `/portal/mandates/${mandate.mandate}`)
    expect((await son.call('GET', path)).body.code).toBe('residents.mandate.none')
    expect(await helped()).toEqual([])
    expect((await son.call('POST', `${path}/withdrawal`, { reason: '不办了' })).body.code).toBe(
      'residents.mandate.none',
    )
    const file = await son.upload('租赁合同.pdf', '%PDF-1.7 租赁合同', undefined, '/portal/files')
    const paper = { material: 'lease', files: [file.body.file] }
    expect((await son.call('POST', `${path}/materials`, paper)).body.code).toBe('residents.mandate.none')
    expect((await mother.call('GET', path)).body).toMatchObject({ state: 'gathering', may: ['supply', 'withdraw'] })
  })

  test('no longer fetches what they brought to it themselves, nor brings it anywhere else; the applicant has it', async () => {
    const mother = await here.nextTenant()
    const son = await here.nextTenant()
    const until = new Date(here.world.clock.now().getTime() + 2 * 86_400_000).toISOString()
    await mother.call('POST', '/portal/mandates', { phone: son.phone, name: son.name, matters: null, until })
    await here.departments.order({ connector: 'zhujian-zulin', behave: 'error' })
    const { body } = await son.call('POST', '/portal/cases', { ...rent, resident: mother.id })
    const brought = await son.upload('租赁合同.pdf', '%PDF-1.7 租赁合同', undefined, '/portal/files')
    const paper = { material: 'lease', files: [brought.body.file] }
    expect((await son.call('POST', `/portal/cases/${body.case}/materials`, paper)).status).toBe(200)
    const fetched = (client: Client) => client.call('GET', `/portal/files/${brought.body.file}`)
    expect((await fetched(son)).status).toBe(200)
    await here.pass(3 * 24 * 60)
    expect(await fetched(son)).toMatchObject({ status: 403, body: { code: 'residents.mandate.none' } })
    expect((await fetched(mother)).status).toBe(200)
    const own = await son.call('POST', '/portal/cases', rent)
    const again = await son.call('POST', `/portal/cases/${own.body.case}/materials`, paper)
    expect(again.body.code).toBe('casework.material.file-unknown')
  })
})

describe('a dataset that was removed', () => {
  test('is not let out of a pack while a matter needs it, and neither is a matter whose steps wait for each other', () => {
    const loading = (changed: Readonly<Record<string, string>>) => () =>
      testCounty({ ...mattersCounty, ...roles, ...changed })
    expect(loading(testMatters('dataset'))).toThrow('leaving-data')
    const ring = (testMatters()['matters/tests.yaml'] ?? '').replace(
      '[{ id: review, name: 审核, unit: minzheng, days: 2, decides: true }]',
      '[{ id: review, name: 审核, unit: minzheng, days: 2, decides: true, after: [check] }, { id: check, name: 核对, unit: minzheng, days: 2, after: [review] }]',
    )
    expect(loading({ ...testMatters(), 'matters/tests.yaml': ring })).toThrow('county.matter.loop')
  })

  test('with its matter leaves a case under way under its own version, where the paper helps', async () => {
    const client = await here.nextTenant()
    await here.departments.order({ connector: 'zhujian-zulin', behave: 'down' })
    const { body } = await client.call('POST', '/portal/cases', { matter: 'leaving', form: {} })
    expect(body.state).toBe('gathering')
    const { services } = here.world.platform
    const pack = testCounty({ ...mattersCounty, ...testMatters('dataset-and-matter'), ...roles })
    unwrap(await applyPack(services.database, pack, here.world.clock.now()))
    const rules = await readCountyRules(services.database, services.jurisdiction)
    expect(rules.documentAt('matter', 'leaving', here.world.clock.now().getTime())).toBeUndefined()
    await here.departments.mend()
    const after = { ...services, rules: () => rules }
    const later = new Date(here.world.clock.now().getTime() + 3 * 86_400_000)
    here.world.clock.set(later)
    await gatherCase(after, body.case, later)
    const row = await services.database.asSystem(services.jurisdiction, (tx) =>
      findCase(tx, services.jurisdiction, body.case),
    )
    expect(row).toMatchObject({ state: 'gathering', materials: { proof: { state: 'wanted' } } })
    const file = await client.upload('证明.pdf', '%PDF-1.7 证明', undefined, '/portal/files')
    const paper = { material: 'proof', files: [file.body.file] }
    await client.call('POST', `/portal/cases/${body.case}/materials`, paper)
    await gatherCase(after, body.case)
    expect((await client.call('GET', `/portal/cases/${body.case}`)).body.state).toBe('handling')
  })
})
