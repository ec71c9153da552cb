import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plateSweep } from '#platform/server/plans/plates/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { planChanges } from './contract/routes/changing.ts'
import type { closing } from './contract/routes/closing.ts'
import type { cockpit } from './contract/routes/cockpit.ts'
import type { hardCases } from './contract/routes/hard-cases.ts'
import type { life } from './contract/routes/life.ts'
import type { contract } from './contract.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph, type StartedProject, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

/*
 * The plan is the development bureau's (fagai), its node the traffic bureau's (zhangwei's); the water bureau has no part in
 * it. Of a confidential plan nobody without a part may learn that it exists: 404, never 403.
 */
const people = {
  nobody: undefined,
  lead: 'wangjianguo',
  'section below the lead': 'liuyang',
  owner: 'zhangwei',
  colleague: 'lixiaoyan',
  'head of the owner': 'zhoumin',
  'head of another unit': 'huyan',
  'clerk of another unit': 'guolin',
  leader: 'chenshumin',
  supervisor: 'liufang',
  discipline: 'wujing',
  administrator: 'huangtao',
} as const
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]

let test: TestPlatform
let open: StartedProject
let confidential: StartedProject
const clients = new Map<Who, Client>()
/** A plate of the traffic bureau for each plan. */
const plates = new Map<string, string>()
/** The objection of its head to each. */
const appeals = new Map<string, string>()

beforeAll(async () => {
  test = await testPlatform({
    scenarios: [scenario],
    county: projectsCounty,
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
  for (const who of everybody) {
    const login = people[who]
    clients.set(who, login === undefined ? test.nobody : await test.as(login))
  }
  const plan = ['1,选址谈判,交通局,张伟,2026-03-02,2026-03-31,,纪要 1 份']
  open = await startProject(as('lead'), plan)
  confidential = await startProject(as('lead'), plan, true)
  await plateSweep(test.platform.services).once(new Date('2026-04-01T09:00:00+08:00'), 100)
  const rows = await test.database.asOwner<{ id: string; plan_id: string }>(
    `select id, plan_id from plans.plate where organisation = 'jiaotong'`,
  )
  for (const { id, plan_id } of rows) {
    plates.set(plan_id, id)
    const made = await as('head of the owner').call('POST', `/plates/${id}/appeals`, { reason: '有异议' })
    appeals.set(plan_id, made.body.appeal)
  }
})
afterAll(() => test.close())

function as(who: Who): Client {
  const client = clients.get(who)
  if (client === undefined) throw new Error(`nobody is ${who}`)
  return client
}

/** Some areas have tables of their own: life.access.test.ts, cockpit.access.test.ts. */
type RouteName = Exclude<
  keyof typeof contract,
  keyof typeof life | keyof typeof planChanges | keyof typeof closing | keyof typeof cockpit | keyof typeof hardCases
>
type Call = (client: Client, target: StartedProject) => ReturnType<Client['call']>
const report = { progress: 0, note: '' }
const node = (target: StartedProject) => target.nodes['1']

const withBoard: readonly Who[] = [
  ...(['lead', 'section below the lead', 'owner', 'colleague', 'head of the owner', 'head of another unit'] as const),
  ...(['clerk of another unit', 'leader'] as const),
]

/** Each route: how it is called without doing harm, and who is let through, for an open and a confidential plan. */
const routes: Record<RouteName, { call: Call; open: readonly Who[]; confidential: readonly Who[] }> = {
  today: { call: (it) => it.call('GET', '/today'), ...both(except('nobody')) },
  template: {
    call: (it) => it.call('GET', '/project-template.xlsx'),
    ...both(everybody.filter((who) => who !== 'nobody')),
  },
  list: { call: (it) => it.call('GET', '/projects'), ...both(except('nobody', 'discipline', 'administrator')) },
  unit: {
    call: (it) => it.call('GET', '/units/jiaotong'),
    ...both(['owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  project: {
    call: (it, target) => it.call('GET', `/projects/${target.project}`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  chart: {
    call: (it, target) => it.call('GET', `/projects/${target.project}/chart`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  check: {
    call: (it, target) => it.call('GET', `/projects/${target.project}/check`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  schedule: {
    call: (it, target) => it.call('GET', `/projects/${target.project}/schedule`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  levelling: {
    call: (it, target) => it.call('GET', `/projects/${target.project}/levelling`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  exportFile: {
    call: (it, target) => it.call('GET', `/projects/${target.project}/export.xml`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  exportSheet: {
    call: (it, target) => it.call('GET', `/projects/${target.project}/export.xlsx`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  previewFile: {
    call: (it) => it.call('POST', '/project-files/preview', { file: '01a00000-0000-7000-8000-000000000000' }),
    ...both(['lead', 'head of the owner', 'head of another unit']),
  },
  importFile: {
    call: (it) =>
      it.call('POST', '/project-files', {
        file: '01a00000-0000-7000-8000-000000000000',
        title: '甲乙',
        kind: 'reform',
      }),
    ...both(['lead', 'head of the owner', 'head of another unit']),
  },
  node: {
    call: (it, target) => it.call('GET', `/nodes/${node(target)}`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  why: {
    call: (it, target) => it.call('GET', `/nodes/${node(target)}/why`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  preview: {
    call: (it) => it.call('POST', '/project-imports/preview', { file: '01a00000-0000-7000-8000-000000000000' }),
    ...both(['lead', 'head of the owner', 'head of another unit']),
  },
  import: {
    call: (it) =>
      it.call('POST', '/project-imports', {
        file: '01a00000-0000-7000-8000-000000000000',
        title: '甲乙',
        kind: 'reform',
      }),
    ...both(['lead', 'head of the owner', 'head of another unit']),
  },
  report: { call: (it, target) => it.call('POST', `/nodes/${node(target)}/reports`, report), ...both(['owner']) },
  submit: {
    call: (it, target) => it.call('POST', `/nodes/${node(target)}/submissions`, { note: '' }),
    ...both(['owner']),
  },
  accept: { call: (it, target) => it.call('POST', `/nodes/${node(target)}/acceptance`, {}), ...both(['lead']) },
  return: {
    call: (it, target) => it.call('POST', `/nodes/${node(target)}/returns`, { reason: '缺材料' }),
    ...both(['lead']),
  },
  appeal: {
    call: (it, target) => it.call('POST', `/nodes/${node(target)}/appeals`, { reason: '有异议' }),
    ...both(['owner']),
  },
  appealPlace: {
    call: (it, target) => it.call('GET', `/appeals/${appeals.get(target.project)}`),
    open: ['lead', 'head of the owner', 'supervisor', 'discipline'],
    confidential: ['lead', 'head of the owner', 'supervisor'],
  },
  answerAppeal: {
    call: (it) =>
      it.call('POST', '/appeals/01a00000-0000-7000-8000-000000000000/answer', { upheld: true, reason: '属实' }),
    ...both(except('nobody')),
  },
  projectPlates: {
    call: (it, target) => it.call('GET', `/projects/${target.project}/plates`),
    ...both(['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  unitPlates: {
    call: (it) => it.call('GET', '/units/jiaotong/plates'),
    ...both(['owner', 'colleague', 'head of the owner', 'leader', 'supervisor']),
  },
  plate: {
    call: (it, target) => it.call('GET', `/plates/${plates.get(target.project)}`),
    open: [...withBoard, 'supervisor'],
    confidential: ['lead', 'owner', 'colleague', 'head of the owner', 'leader', 'supervisor'],
  },
  appealPlate: {
    call: (it, target) => it.call('POST', `/plates/${plates.get(target.project)}/appeals`, { reason: '有异议' }),
    ...both(['head of the owner']),
  },
  board: { call: (it) => it.call('GET', '/board?of=persons'), ...both(withBoard) },
  boardSheet: { call: (it) => it.call('GET', '/board.xlsx'), ...both(withBoard) },
  boardLines: { call: (it) => it.call('GET', '/board/lines?of=units&subject=jiaotong'), ...both(withBoard) },
  myPoints: { call: (it) => it.call('GET', '/points'), ...both(except('nobody')) },
}

function both(who: readonly Who[]) {
  return { open: who, confidential: who }
}

function except(...who: Who[]): Who[] {
  return everybody.filter((one) => !who.includes(one))
}

const refusedForAccess = new Set([401, 403])
const harmless = new Set([200, 404, 409, 422])
const aboutTheTarget = new Set([
  'project',
  'chart',
  'check',
  'schedule',
  'levelling',
  'exportFile',
  'exportSheet',
  'node',
  'why',
  'report',
  'submit',
  'accept',
  'return',
  'appeal',
  'appealPlace',
  'projectPlates',
  'plate',
  'appealPlate',
])

async function assertAccess(name: RouteName, kind: 'open' | 'confidential', who: Who): Promise<void> {
  const route = routes[name]
  const { status, body } = await route.call(as(who), kind === 'open' ? open : confidential)
  const told = `${name}, ${kind}, ${who}: ${status} ${body?.code ?? ''}`
  if (!route[kind].includes(who)) {
    expect(refusedForAccess.has(status) || body.code === 'record.unknown', told).toBe(true)
    return
  }
  expect(harmless.has(status), told).toBe(true)
  if (aboutTheTarget.has(name)) expect(body.code, told).not.toBe('record.unknown')
}

describe('every route for every role', () => {
  const cases = Object.keys(routes) as RouteName[]
  it.each(cases)('%s', async (name) => {
    for (const kind of ['open', 'confidential'] as const)
      for (const who of everybody) await assertAccess(name, kind, who)
  })

  it('somebody without a part in a confidential plan cannot tell it from one that is not there', async () => {
    for (const who of ['head of another unit', 'clerk of another unit', 'section below the lead'] as const) {
      const secret = await as(who).call('GET', `/projects/${confidential.project}`)
      const missing = await as(who).call('GET', '/projects/01a00000-0000-7000-8000-000000000000')
      expect({ ...secret.body, trace: '' }).toEqual({ ...missing.body, trace: '' })
      const listed = await as(who).call('GET', '/projects?limit=200')
      expect(JSON.stringify(listed.body)).not.toContain(confidential.project)
    }
  })
})

it('evidence of a confidential node opens for those who take part and for nobody else', async () => {
  const file = (await as('owner').upload('合影.png', photograph)).body.file
  expect((await as('head of another unit').call('GET', `/files/${file}`)).status).toBe(404)
  const send = { ...report, evidence: [file] }
  expect((await as('owner').call('POST', `/nodes/${node(confidential)}/reports`, send)).status).toBe(200)
  expect((await as('lead').call('GET', `/files/${file}`)).status).toBe(200)
  expect((await as('leader').call('GET', `/files/${file}`)).status).toBe(200)
  for (const who of ['head of another unit', 'clerk of another unit', 'administrator'] as const)
    expect((await as(who).call('GET', `/files/${file}`)).status, who).toBe(404)
})

it('under concurrency nobody sees with the eyes of another: 600 mixed requests on shared connections', async () => {
  const readers = ['lead', 'owner', 'leader'] as const
  const strangers = ['head of another unit', 'clerk of another unit', 'administrator'] as const
  const requests = Array.from({ length: 100 }, () => [
    ...readers.map(async (who) => [who, (await as(who).call('GET', `/nodes/${node(confidential)}`)).status] as const),
    ...strangers.map(async (who) => [who, (await as(who).call('GET', `/nodes/${node(confidential)}`)).status] as const),
  ]).flat()
  for (const [who, status] of await Promise.all(requests))
    expect(status, who).toBe(readers.includes(who as never) ? 200 : 404)
})

it('the database role itself sees no confidential row of another unit, and nothing at all without a scope', async () => {
  const seen = (organisations: readonly string[] | 'all') =>
    test.database.transaction({ jurisdiction: test.platform.services.jurisdiction, organisations } as never, (tx) =>
      tx.query<{ id: string }>('select id from plans.plan where confidential'),
    )
  expect(await seen(['shuili'])).toEqual([])
  expect(await seen(['jiaotong'])).toHaveLength(1)
  expect(await seen('all')).toHaveLength(1)
  const other = await test.database.asSystem('999999' as never, (tx) => tx.query('select id from plans.plan'))
  expect(other).toEqual([])
})
