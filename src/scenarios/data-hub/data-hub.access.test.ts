import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookUp } from '#platform/server/data-hub/index.ts'
import { type Departments, inventCounty } from '#platform/server/departments/index.ts'
import { hubCounty, hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { contract } from './contract.ts'
import { hubPosts } from './fixtures/county.ts'
import { scenario } from './scenario.ts'

/* The provident fund (asker) looked up a house; the disabled persons’ federation (owner) hands a table over. */
const people = {
  nobody: undefined,
  askerHead: 'gongzhang',
  asker: 'gongban',
  ownerHead: 'canzong',
  owner: 'canban',
  hub: 'zhihui',
  administrator: 'huangtao',
} as const
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]
const staff: readonly Who[] = ['askerHead', 'asker', 'ownerHead', 'owner', 'hub']
const nowhere = '01a00000-0000-7000-8000-000000000000'
const tenant = inventCounty(hubPeople).tables.get('tenancy-contracts')?.[0]
const number = String(tenant?.['identity-number'])

let world: TestPlatform
let departments: Departments
let lookUpId: string
let dispute: string
const clients = new Map<Who, Client>()

beforeAll(async () => {
  departments = await startHubDepartments()
  world = await testPlatform({
    ...{ scenarios: [scenario], county: { ...hubCounty, ...hubPosts }, placeOf: departments.placeOf },
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
  for (const who of everybody) {
    const login = people[who]
    clients.set(who, login === undefined ? world.nobody : await world.as(login))
  }
  const { lookUp: id } = await lookUp(world.platform.services, {
    ...{ dataset: 'tenancy-contracts', subject: { kind: 'person', number }, fields: ['monthly-rent'] },
    ...{ purpose: { matter: 'withdraw-for-rent', case: 'case-1' }, actor: { organisation: 'gongjijin' } },
  })
  lookUpId = id
  const raised = await as('asker').call('POST', '/data/disputes', {
    lookUp: id,
    field: 'monthly-rent',
    statement: '租金写错了',
  })
  dispute = raised.body.dispute
})
afterAll(async () => {
  await world?.close()
  await departments?.stop()
})

function as(who: Who): Client {
  const client = clients.get(who)
  if (client === undefined) throw new Error(`nobody is ${who}`)
  return client
}

type Call = (client: Client) => ReturnType<Client['call']>
const get =
  (path: string): Call =>
  (it) =>
    it.call('GET', path)
const grant = {
  ...{
    dataset: 'disability-certificate',
    fields: ['horoscope'],
    organisation: 'gongjijin',
    matters: ['x'],
    ground: 'law',
  },
  ...{ basis: '残疾人保障法', effectiveFrom: '2026-03-02', until: '2026-12-31' },
}

/** Each route: how it is called without doing harm, and who is let through. */
const routes: Record<keyof typeof contract, { readonly call: Call; readonly open: readonly Who[] }> = {
  catalogue: { call: get('/data/datasets'), open: staff },
  dataset: { call: get('/data/datasets/housing-archive'), open: staff },
  catalogueWorkbook: { call: get('/data/catalogue.xlsx'), open: staff },
  catalogueJson: { call: get('/data/catalogue.json'), open: staff },
  checkTable: {
    call: get(`/data/datasets/housing-archive/table-check?file=${nowhere}`),
    open: ['hub'],
  },
  handOver: {
    call: (it) => it.call('POST', '/data/datasets/housing-archive/tables', { file: nowhere, asOf: '2026-03-01' }),
    open: ['hub'],
  },
  grants: { call: get('/data/grants'), open: staff },
  giveGrant: { call: (it) => it.call('POST', '/data/grants', grant), open: ['ownerHead', 'hub'] },
  endGrant: {
    call: (it) => it.call('POST', '/data/grants/rent-disability/end', { reason: '太' }),
    open: ['askerHead', 'ownerHead', 'hub'],
  },
  looks: { call: get('/data/look-ups'), open: ['askerHead', 'ownerHead', 'hub'] },
  looksAtSubject: {
    call: (it) => it.call('POST', '/data/looks-at-subject', { kind: 'person', number: '123456', reason: '本人申请' }),
    open: ['hub'],
  },
  refused: { call: get('/data/refused-access'), open: ['askerHead', 'ownerHead', 'hub'] },
  disputes: { call: get('/data/disputes'), open: staff },
  disputable: { call: (it) => it.call('GET', `/data/disputes/looks/${lookUpId}`), open: ['askerHead', 'asker', 'hub'] },
  dispute: {
    call: (it) => it.call('POST', '/data/disputes', { lookUp: lookUpId, field: 'horoscope', statement: '不对' }),
    open: ['askerHead', 'asker', 'hub'],
  },
  answerDispute: {
    call: (it) => it.call('POST', `/data/disputes/${dispute}/answer`, { corrected: true, answer: '已更正' }),
    open: [],
  },
}

const barred = new Set(['session.required', 'permission.missing', 'permission.reach', 'record.unknown'])

describe.each(Object.keys(routes) as (keyof typeof contract)[])('%s', (name) => {
  it('lets through those who have a part in it, and nobody else', async () => {
    const through: Who[] = []
    for (const who of everybody) {
      const answer = await routes[name].call(as(who))
      expect(answer.status).not.toBe(500)
      if (!barred.has(answer.body?.code)) through.push(who)
    }
    expect(through.sort()).toEqual([...routes[name].open].sort())
  })
})

it('an owner sees the looks at its own data, an asker its own; the hub sees all; nobody sees a number', async () => {
  const seen = async (who: Who) => {
    const { body } = await as(who).call('GET', '/data/look-ups')
    expect(JSON.stringify(body)).not.toContain(number)
    return body.looks.length as number
  }
  expect([await seen('hub'), await seen('askerHead'), await seen('ownerHead')]).toEqual([1, 1, 0])
})

it('what was said in a dispute only those read who raised it or answer it', async () => {
  const said = async (who: Who) => {
    const { body } = await as(who).call('GET', '/data/disputes')
    return body.disputes.map(({ statement }: { statement: string | null }) => statement)
  }
  expect([await said('asker'), await said('owner'), await said('hub')]).toEqual([['租金写错了'], [], [null]])
})
