import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { planChanges } from './contract/routes/changing.ts'
import type { closing } from './contract/routes/closing.ts'
import type { life } from './contract/routes/life.ts'
import { projectsCounty } from './fixtures/county.ts'
import { type StartedProject, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

/*
 * The plan is the development bureau's (fagai), its node the traffic bureau's (zhangwei's); the water bureau has no part in
 * it. Who may not is refused with 401 or 403, or told that there is no such thing; who may is at most refused for its state.
 */
const people = {
  nobody: undefined,
  lead: 'wangjianguo',
  'section below the lead': 'liuyang',
  owner: 'zhangwei',
  colleague: 'lixiaoyan',
  'head of the owner': 'zhoumin',
  'head of another unit': 'huyan',
  leader: 'chenshumin',
  supervisor: 'liufang',
  discipline: 'wujing',
  administrator: 'huangtao',
} as const
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]
const readers: readonly Who[] = ['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']

let test: TestPlatform
let open: StartedProject
let confidential: StartedProject
const changes = new Map<StartedProject, string>()
const clients = new Map<Who, Client>()

beforeAll(async () => {
  test = await testPlatform({
    scenarios: [scenario],
    county: projectsCounty,
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
  for (const who of everybody) clients.set(who, people[who] ? await test.as(people[who]) : test.nobody)
  const plan = ['1,选址谈判,交通局,张伟,2026-03-02,2026-03-31,,纪要 1 份']
  open = await startProject(as('lead'), plan)
  confidential = await startProject(as('lead'), plan, true)
  for (const target of [open, confidential]) changes.set(target, await proposed(target))
})
afterAll(() => test.close())

function as(who: Who): Client {
  const client = clients.get(who)
  if (client === undefined) throw new Error(`nobody is ${who}`)
  return client
}

const edits = (target: StartedProject, version = 1) => ({
  version,
  operations: [{ op: 'change', node: target.nodes['1'], fields: { deadline: '2026-04-30' } }],
})

async function proposed(target: StartedProject): Promise<string> {
  const { version } = (await as('lead').call('GET', `/projects/${target.project}`)).body
  const body = { ...edits(target, version), reason: '汛期' }
  return (await as('lead').call('POST', `/projects/${target.project}/changes`, body)).body.change
}

const noOne = '01a00000-0000-7000-8000-000000000000'
const inProject = (path: string, body: (target: StartedProject) => object = () => ({})) => ({
  call: (it: Client, target: StartedProject) => it.call('POST', `/projects/${target.project}/${path}`, body(target)),
})
const read = (path: string) => ({
  call: (it: Client, target: StartedProject) => it.call('GET', `/projects/${target.project}/${path}`),
})
const inChange = (method: string, path: string, body?: object) => ({
  call: (it: Client, target: StartedProject) => it.call(method, `/changes/${changes.get(target)}${path}`, body),
})

type RouteName = keyof typeof life | keyof typeof planChanges | keyof typeof closing
type Route = { call(it: Client, target: StartedProject): ReturnType<Client['call']>; who: readonly Who[] }
const routes: Record<RouteName, Route> = {
  start: { ...inProject('start'), who: ['lead'] },
  decideStart: { ...inProject('start-decision', () => ({ approved: true })), who: ['lead', 'leader'] },
  resume: { ...inProject('resumption', () => ({ reason: '汛期结束' })), who: ['lead'] },
  pause: { ...inProject('pause', () => ({ reason: '汛期' })), who: ['lead'] },
  holders: { call: (it) => it.call('GET', '/units/jiaotong/node-holders'), who: ['head of the owner'] },
  handOver: {
    call: (it) => it.call('POST', '/units/jiaotong/hand-overs', { from: noOne, to: noOne, reason: '岗位调整' }),
    who: ['head of the owner'],
  },
  edit: { ...inProject('edits', edits), who: ['lead'] },
  previewEdit: { ...inProject('edits/preview', edits), who: ['lead'] },
  proposeChange: { ...inProject('changes', (target) => ({ ...edits(target), reason: '汛期' })), who: ['lead'] },
  changes: { ...read('changes'), who: readers },
  change: { ...inChange('GET', ''), who: readers },
  decideChange: { ...inChange('POST', '/decision', { approved: false }), who: ['lead', 'leader'] },
  baselines: { ...read('baselines'), who: readers },
  baseline: { ...read('baselines/1'), who: readers },
  close: { ...inProject('close'), who: ['lead'] },
  archive: { ...inProject('archive'), who: ['lead'] },
  evaluations: { ...read('evaluations'), who: ['lead', 'owner', 'head of the owner', 'leader', 'supervisor'] },
  appealEvaluation: {
    call: (it) => it.call('POST', `/evaluations/${noOne}/appeals`, { reason: '有异议' }),
    who: [],
  },
  withdrawChange: { ...inChange('POST', '/withdrawal'), who: ['lead'] },
}

const refusedForAccess = new Set([401, 403])
const harmless = new Set([200, 403, 409, 422])

async function assertAccess(name: RouteName, target: StartedProject, who: Who): Promise<void> {
  const { status, body } = await routes[name].call(as(who), target)
  const told = `${name}, ${target === open ? 'open' : 'confidential'}, ${who}: ${status} ${body?.code ?? ''}`
  const isRefused = refusedForAccess.has(status) && body?.code?.startsWith('projects.') !== true
  if (!routes[name].who.includes(who)) expect(isRefused || body.code === 'record.unknown', told).toBe(true)
  else expect(harmless.has(status) && !isRefused && body.code !== 'record.unknown', told).toBe(true)
}

describe('life and change of projects for every role', () => {
  it.each(Object.keys(routes) as RouteName[])('%s', async (name) => {
    for (const target of [open, confidential]) for (const who of everybody) await assertAccess(name, target, who)
  })
})
