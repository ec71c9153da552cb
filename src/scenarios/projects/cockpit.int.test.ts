import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuildProjection } from '#platform/server/journal/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { Cockpit, FigureRecords } from './contract/cockpit.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph, roadPlan, type StartedProject, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

/*
 * The development bureau leads a road: the traffic bureau's draft is due on 13 March, the water bureau's review on 27 March and
 * waits on it. A second plan of the same bureaus is confidential.
 */
let test: TestPlatform
let leader: Client
let road: StartedProject

beforeAll(async () => {
  test = await testPlatform({
    scenarios: [scenario],
    county: projectsCounty,
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
  leader = await test.as('chenshumin')
  const lead = await test.as('wangjianguo')
  road = await startProject(lead, roadPlan)
  await startProject(lead, ['1,密件,交通局,张伟,2026-03-02,2026-03-13,,纪要 1 份'], true)
  await test.passTo(new Date('2026-03-31T10:00:00+08:00'))
  await test.derive()
})
afterAll(() => test.close())

const look = async (query = ''): Promise<Cockpit> => (await leader.call('GET', `/cockpit${query}`)).body
const records = async (path: string): Promise<FigureRecords> =>
  (await leader.call('GET', `/cockpit/figures/${path}`)).body

it('the cockpit counts what the record says, and a hall is shown nothing confidential', async () => {
  const own = await look()
  expect(own.figures).toMatchObject({ running: 2, open: 3, done: 0, overdue: 3, people: 2 })
  expect(own.lamps.red).toBe(3)
  const hall = await look('?view=hall')
  expect(hall.figures).toMatchObject({ running: 1, open: 2, overdue: 2 })
  expect(JSON.stringify(hall)).not.toContain('密件')
})

it('a red project names the node that its lateness began at, and what that holds up', async () => {
  const { projects, late } = await look('?view=hall')
  expect(projects).toHaveLength(1)
  expect(projects[0]).toMatchObject({
    project: road.project,
    lamps: { red: 2 },
    root: { node: road.nodes['1.1'], title: '编制方案', overdue: true, workingDays: 12, holds: 1 },
  })
  expect(late.map(({ title }) => title).sort()).toEqual(['水保评审', '编制方案'])
})

it('a figure opens to the records under it', async () => {
  const red = await records('nodes.red/records?view=hall')
  expect(red.records.map(({ title, opens }) => [title, opens])).toEqual([
    ['编制方案', `/nodes/${road.nodes['1.1']}`],
    ['水保评审', `/nodes/${road.nodes['1.2']}`],
  ])
  const cut = await records('nodes.open/records?facts%5Blamp%5D=red&facts%5Bunit%5D=shuili')
  expect(cut.records.map(({ title }) => title)).toEqual(['水保评审'])
  const given = await records('lamps.given/records?facts%5Blamp%5D=red&from=2026-03-01&to=2026-03-31&limit=1')
  expect(given.records).toHaveLength(1)
  expect(given.next).toBe('1')
})

it('what is finished counts at once, on time or not, and is told as news', async () => {
  const owner = await test.as('zhangwei')
  const lead = await test.as('wangjianguo')
  const { body: file } = await owner.upload('a.png', photograph)
  const node = road.nodes['1.1']
  expect((await owner.call('POST', `/nodes/${node}/submissions`, { note: '', evidence: [file.file] })).status).toBe(200)
  expect((await lead.call('POST', `/nodes/${node}/acceptance`, { note: '' })).status).toBe(200)
  await test.derive()
  const after = await look('?view=hall')
  expect(after.figures).toMatchObject({ open: 1, done: 1, finishedToday: 1 })
  expect(after.onTime).toMatchObject({ month: '2026-03', finished: 1, onTime: 0 })
  expect(after.events[0]).toMatchObject({ indicator: 'nodes.finished', title: '编制方案', what: 'false' })
  expect(after.months.at(-1)).toMatchObject({ month: '2026-03', finished: 1, red: 1 })
})

it('the figures made anew from the record are the same', async () => {
  const before = await look()
  const [projection] = (scenario.projections ?? []).filter(({ name }) => name === 'projects.figures')
  if (projection === undefined) throw new Error('no figures')
  await rebuildProjection(test.database, test.platform.services.jurisdiction, projection)
  expect(await look()).toEqual(before)
})

it('who may not see the cockpit is told so, and a figure that is not there is not found', async () => {
  const clerk = await test.as('zhangwei')
  expect((await clerk.call('GET', '/cockpit')).status).toBe(403)
  expect((await clerk.call('GET', '/cockpit/figures/nodes.open/records')).status).toBe(403)
  expect((await test.nobody.call('GET', '/cockpit')).status).toBe(401)
  expect((await leader.call('GET', '/cockpit/figures/no.such/records')).status).toBe(404)
  expect((await leader.call('GET', '/cockpit/figures/nodes.open/records?limit=0')).status).toBe(422)
})
