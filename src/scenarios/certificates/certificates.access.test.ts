import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { contract } from './contract.ts'
import { certificatesCounty } from './fixtures/county.ts'
import { he, residentClient, wu } from './fixtures/people.ts'
import { scenario } from './scenario.ts'

/* The traffic bureau issued a certificate to Wu; He is another resident, the planning bureau another unit. */
let test: TestPlatform
let credential: string
const clients = new Map<string, Client>()
const everybody = ['nobody', 'wu', 'he', 'clerk', 'head', 'stranger', 'leader', 'administrator'] as const
type Who = (typeof everybody)[number]

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: certificatesCounty })
  const clerk = await test.as('zhangwei')
  await clerk.call('PUT', '/session/post', { post: 'jiaotong.clerk' })
  const issue = (holder: object) =>
    clerk.call('POST', '/certificates', { type: 'no-house', holder, values: { finding: 'none' } })
  credential = (await issue(wu)).body.credential
  await issue(he)
  const logins = { head: 'zhoumin', stranger: 'wangjianguo', leader: 'chenshumin', administrator: 'huangtao' }
  for (const [who, login] of Object.entries(logins)) clients.set(who, await test.as(login))
  clients.set('nobody', test.nobody).set('clerk', clerk)
  clients.set('wu', await residentClient(test.url, wu.phone)).set('he', await residentClient(test.url, he.phone))
})
afterAll(() => test.close())

type Call = (client: Client) => ReturnType<Client['call']>
const get =
  (path: () => string): Call =>
  (it) =>
    it.call('GET', path())
const nowhere = '01a00000-0000-7000-8000-000000000000'

/** Each route: how it is called without doing harm, and who is let through. */
const routes: Record<keyof typeof contract, { readonly call: Call; readonly open: readonly Who[] }> = {
  mine: { call: get(() => '/portal/certificates'), open: ['wu', 'he'] },
  mineOne: { call: get(() => `/portal/certificates/${credential}`), open: ['wu'] },
  show: {
    call: (it) => it.call('POST', `/portal/certificates/${credential}/showings`, { way: 'link', fields: [] }),
    open: ['wu'],
  },
  withdraw: { call: (it) => it.call('POST', `/portal/showings/${nowhere}/withdrawal`), open: [] },
  ownPaper: { call: get(() => `/portal/certificates/${credential}/paper`), open: ['wu'] },
  beginFaceCheck: {
    call: (it) => it.call('POST', '/portal/face-checks', { purpose: 'show-certificate' }),
    open: ['wu', 'he'],
  },
  endFaceCheck: { call: (it) => it.call('POST', `/portal/face-checks/${nowhere}/result`), open: [] },
  types: { call: get(() => '/certificate-types'), open: ['clerk', 'head', 'stranger', 'leader'] },
  issue: {
    call: (it) => it.call('POST', '/certificates', { type: 'no-house', holder: wu, values: {} }),
    open: ['clerk', 'head'],
  },
  issued: { call: get(() => '/certificates'), open: ['clerk', 'head', 'stranger', 'leader'] },
  issuedOne: { call: get(() => `/certificates/${credential}`), open: ['clerk', 'head'] },
  stand: {
    call: (it) => it.call('POST', `/certificates/${credential}/standing`, { change: 'resume', reason: '没有暂停' }),
    open: ['head'],
  },
  issuedPaper: { call: get(() => `/certificates/${credential}/paper`), open: ['clerk', 'head'] },
}

const barred = new Set([
  ...['session.required', 'session.staff-only', 'session.resident-only', 'permission.missing', 'permission.reach'],
  ...['record.unknown', 'input.invalid'],
])

describe.each(Object.keys(routes) as (keyof typeof contract)[])('%s', (name) => {
  it('lets through those who have a part in it, and nobody else', async () => {
    const through: Who[] = []
    for (const who of everybody) {
      const client = clients.get(who)
      const { status, body } = await routes[name].call(client ?? test.nobody)
      if (status === 200 || !barred.has(body.code)) through.push(who)
    }
    expect(through.toSorted()).toEqual([...routes[name].open].toSorted())
  })
})
