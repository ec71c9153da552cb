import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { contract } from './contract.ts'
import { supervisionCounty } from './fixtures/county.ts'
import { lights, type OpenedMatter, openMatter } from './fixtures/matter.ts'
import { scenario } from './scenario.ts'

/*
 * The offices gave the matter to the traffic bureau, with the water bureau; the building bureau has no part in it: for it the matter
 * is not there. A call counts as let through where it is refused for what it asks, not for who asks.
 */
const people = {
  nobody: undefined,
  offices: 'liufang',
  leader: 'chenshumin',
  head: 'zhoumin',
  clerk: 'lixiaoyan',
  section: 'zhangwei',
  partner: 'huyan',
  stranger: 'yelong',
  discipline: 'wujing',
  administrator: 'huangtao',
} as const
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]

let test: TestPlatform
let road: OpenedMatter
const clients = new Map<Who, Client>()

beforeAll(async () => {
  test = await testPlatform({
    scenarios: [scenario],
    county: supervisionCounty,
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
  for (const who of everybody) {
    const login = people[who]
    clients.set(who, login === undefined ? test.nobody : await test.as(login))
  }
  road = await openMatter(as('offices'))
})
afterAll(() => test.close())

function as(who: Who): Client {
  const client = clients.get(who)
  if (client === undefined) throw new Error(`nobody is ${who}`)
  return client
}

type Call = (client: Client) => ReturnType<Client['call']>
const post =
  (act: string, body: unknown): Call =>
  (it) =>
    it.call('POST', `/duties/${road.lead}/${act}`, body)
const get =
  (path: string | (() => string)): Call =>
  (it) =>
    it.call('GET', typeof path === 'string' ? path : path())
const nowhere = '01a00000-0000-7000-8000-000000000000'
const works: readonly Who[] = ['head', 'clerk']

/** Each route: how it is called without doing harm, and who is let through. */
const routes: Record<keyof typeof contract, { readonly call: Call; readonly open: readonly Who[] }> = {
  openMatter: {
    call: (it) => it.call('POST', '/matters', { ...lights, parts: ['jiaotong'] }),
    open: ['offices', 'leader', 'head', 'partner', 'stranger', 'section'].filter((who) => who !== 'section') as Who[],
  },
  withdrawMatter: {
    call: (it) => it.call('POST', `/matters/${nowhere}/withdrawal`, { reason: '不存在' }),
    open: [],
  },
  matter: { call: get(() => `/matters/${road.matter}`), open: ['offices', 'leader', 'head', 'clerk', 'partner'] },
  complainant: {
    call: (it) => it.call('POST', `/matters/${road.matter}/complainant-looks`, { reason: '核实情况' }),
    open: ['offices', 'head', 'clerk', 'partner'],
  },
  matters: { call: get('/matters'), open: ['offices', 'leader', 'head', 'partner', 'stranger'] },
  unitPeople: { call: get(() => `/duties/${road.lead}/people`), open: ['head'] },
  duty: {
    call: get(() => `/duties/${road.lead}`),
    open: ['offices', 'leader', 'head', 'clerk', 'partner'].filter((who) => who !== 'partner') as Who[],
  },
  acknowledge: { call: post('acknowledgement', undefined), open: works },
  report: { call: post('reports', { note: '办理中' }), open: works },
  submit: { call: post('submissions', { note: '没有材料' }), open: works },
  delegate: { call: post('delegation', { person: nowhere }), open: ['head'] },
  askExtension: {
    call: post('extension-requests', { until: '2026-03-03T17:00:00+08:00', reason: '更早' }),
    open: ['head'],
  },
  dispute: { call: (it) => it.call('POST', `/duties/${road.lead}/disputes`, { reason: '太短'.slice(0, 1) }), open: [] },
  appeal: { call: post('appeals', { level: 1, reason: '没有升级' }), open: ['head'] },
  accept: { call: post('acceptance', {}), open: ['offices'] },
  return: { call: post('returns', { reason: '没有提交' }), open: ['offices'] },
  remind: { call: post('reminders', { note: '请办理' }), open: ['offices'] },
  decide: {
    call: (it) => it.call('POST', `/duty-requests/${nowhere}/decision`, { granted: true, reason: '没有' }),
    open: [],
  },
  myUnit: { call: get('/desk/unit'), open: ['offices', 'leader', 'head', 'clerk', 'section', 'partner', 'stranger'] },
  toAccept: {
    call: get('/desk/unit/to-accept'),
    open: ['offices', 'leader', 'head', 'clerk', 'section', 'partner', 'stranger'],
  },
  queue: { call: get('/desk/queue'), open: ['offices'] },
  queueWorkbook: { call: get('/desk/queue.xlsx'), open: ['offices'] },
  leader: { call: get('/desk/leader'), open: ['offices', 'leader'] },
  escalated: { call: get('/escalated'), open: ['discipline'] },
  escalatedOne: { call: get(`/escalated/${nowhere}`), open: [] },
  rates: {
    call: get('/supervision-rates?from=2026-01&to=2026-03'),
    open: ['offices', 'leader', 'head', 'clerk', 'section', 'partner', 'stranger'],
  },
  rateRecords: {
    call: get('/supervision-rates/records?from=2026-01&to=2026-03&of=due&unit=jiaotong'),
    open: ['offices', 'leader', 'head', 'clerk'],
  },
  ladders: { call: get('/ladders'), open: ['offices'] },
  tryLadder: {
    call: (it) => it.call('POST', '/ladder-trials', { ladder: 'standard', levels: [{ name: '一级', limit: null }] }),
    open: ['offices'],
  },
}

const barred = new Set(['session.required', 'permission.missing', 'permission.reach', 'record.unknown'])

describe.each(Object.keys(routes) as (keyof typeof contract)[])('%s', (name) => {
  it('lets through those who have a part in it, and nobody else', async () => {
    const through: Who[] = []
    for (const who of everybody) {
      const { status, body } = await routes[name].call(as(who))
      if (status === 200 || (!barred.has(body.code) && body.code !== 'input.invalid')) through.push(who)
    }
    expect(through.toSorted()).toEqual([...routes[name].open].toSorted())
  })
})
