import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { cockpit } from './contract/routes/cockpit.ts'
import type { hardCases } from './contract/routes/hard-cases.ts'
import { projectsCounty } from './fixtures/county.ts'
import { scenario } from './scenario.ts'

/* The cockpit is for leaders and supervision; hard cases are open to all who sign in, published by lead units, claimed by staff. */
const people = {
  nobody: undefined,
  publisher: 'wangjianguo',
  clerk: 'zhangwei',
  'head of another unit': 'zhoumin',
  leader: 'chenshumin',
  supervisor: 'liufang',
  discipline: 'wujing',
  administrator: 'huangtao',
} as const
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]
const signedIn = everybody.filter((who) => who !== 'nobody')

let test: TestPlatform
let id: string
const clients = new Map<Who, Client>()

beforeAll(async () => {
  test = await testPlatform({
    scenarios: [scenario],
    county: projectsCounty,
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
  for (const who of everybody) clients.set(who, people[who] ? await test.as(people[who]) : test.nobody)
  const published = await as('publisher').call('POST', '/hard-cases', draft)
  id = published.body.case
})
afterAll(() => test.close())

const draft = {
  ...{ title: '西街口签约', goal: '38 户全部签订', points: 5, selection: 'choice' },
  deadline: '2026-03-20T17:00:00+08:00',
}

function as(who: Who): Client {
  const client = clients.get(who)
  if (client === undefined) throw new Error(`nobody is ${who}`)
  return client
}

type RouteName = keyof typeof cockpit | keyof typeof hardCases
type Case = { readonly call: (client: Client) => ReturnType<Client['call']>; readonly allowed: readonly Who[] }

const cockpitReaders: readonly Who[] = ['leader', 'supervisor']
const publishers: readonly Who[] = ['publisher', 'head of another unit', 'supervisor']
const ownPublishers: readonly Who[] = ['publisher', 'supervisor']
const claimants: readonly Who[] = ['publisher', 'clerk', 'head of another unit']
const nowhere = '01a00000-0000-7000-8000-000000000000'
const post = (path: string, body: object) => (client: Client) => client.call('POST', path, body)

/** How each route is called without doing harm, and who is let through. */
const routes: Record<RouteName, Case> = {
  cockpit: { call: (it) => it.call('GET', '/cockpit'), allowed: cockpitReaders },
  figureRecords: { call: (it) => it.call('GET', '/cockpit/figures/nodes.open/records'), allowed: cockpitReaders },
  hardCases: { call: (it) => it.call('GET', '/hard-cases'), allowed: signedIn },
  hardCase: { call: (it) => it.call('GET', `/hard-cases/${id}`), allowed: signedIn },
  publishHardCase: { call: post('/hard-cases', { ...draft, deadline: '2026-03-01T00:00:00Z' }), allowed: publishers },
  claimHardCase: {
    call: (it) =>
      it.call('POST', `/hard-cases/${id}/claims`, {
        pledge: '没有自己的队',
        members: [{ person: nowhere, share: 100 }],
      }),
    allowed: claimants,
  },
  chooseTeam: { call: (it) => it.call('POST', `/hard-cases/${id}/choice`, { team: nowhere }), allowed: ownPublishers },
  submitHardCase: {
    call: (it) => it.call('POST', `/hard-cases/${id}/submissions`, { note: '好了', evidence: [id] }),
    allowed: [],
  },
  acceptHardCase: { call: (it) => it.call('POST', `/hard-cases/${id}/acceptance`, {}), allowed: ownPublishers },
  returnHardCase: {
    call: (it) => it.call('POST', `/hard-cases/${id}/returns`, { reason: '不行' }),
    allowed: ownPublishers,
  },
  withdrawHardCase: {
    call: (it) => it.call('POST', `/hard-cases/${nowhere}/withdrawal`, { reason: '不要了' }),
    allowed: publishers,
  },
}

describe('every route for every role', () => {
  it.each(Object.keys(routes) as RouteName[])('%s', async (name) => {
    for (const who of everybody) {
      const { status, body } = await routes[name].call(as(who))
      const isRefused = status === 401 || status === 403
      expect(isRefused, `${name} ${who}: ${status} ${body?.code ?? ''}`).toBe(!routes[name].allowed.includes(who))
      expect(status, `${name} ${who}`).toBeLessThan(500)
    }
  })
})
