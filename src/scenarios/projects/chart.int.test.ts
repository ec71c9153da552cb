import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { Chart } from './contract/chart.ts'
import { projectsCounty } from './fixtures/county.ts'
import { roadPlan, type StartedProject, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let lead: Client
let road: StartedProject

beforeAll(async () => {
  const now = new Date('2026-03-02T09:00:00+08:00')
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now })
  lead = await test.as('wangjianguo')
  road = await startProject(lead, roadPlan)
})
afterAll(() => test.close())

const chartOf = async (client: Client) =>
  Chart.parse((await client.call('GET', `/projects/${road.project}/chart`)).body)

it('a project is drawn in outline order, with its owners named once and its links', async () => {
  const { nodes, owners } = await chartOf(lead)
  expect(nodes.map(({ code, depth, leaf }) => [code, depth, leaf])).toEqual([
    ['1', 0, false],
    ['1.1', 1, true],
    ['1.2', 1, true],
  ])
  expect(nodes.map(({ owner }) => owners[owner]?.personName)).toEqual([null, '张伟', '郭林'])
  expect(nodes[2]?.links).toEqual([{ node: road.nodes['1.1'], kind: 'FS', lagMinutes: 0 }])
})

it('a branch shows what its leaves sum up to, and a leaf shows the lamp of this moment', async () => {
  const { nodes, now } = await chartOf(lead)
  expect(now).toBe('2026-03-02T01:00:00.000Z')
  expect(nodes.map(({ state, lamp, progress }) => [state, lamp, progress])).toEqual([
    ['running', 'green', 0],
    ['running', 'green', 0],
    ['planned', 'white', 0],
  ])
})

it('days off come by name with the make-up days, for whole months around the plan', async () => {
  const { days } = await chartOf(lead)
  const kinds = new Map(days.map(({ date, kind, name }) => [date, [kind, name]]))
  expect(kinds.get('2026-02-17')).toEqual(['holiday', '春节'])
  expect(kinds.get('2026-02-14')).toEqual(['makeup', '春节'])
  expect(kinds.get('2026-03-07')).toEqual(['weekend', null])
  expect(kinds.has('2026-03-06')).toBe(false)
})

it('a project can be read without its tree', async () => {
  const { body } = await lead.call('GET', `/projects/${road.project}?nodes=none`)
  expect(body).toMatchObject({ nodes: 2, nodesInOrder: [], lead: { organisationName: '发改局' } })
})

it('an address that is no id is refused as malformed, one that nobody has as unknown', async () => {
  expect((await lead.call('GET', '/projects/7/chart')).status).toBe(422)
  const { status, body } = await lead.call('GET', '/projects/01a00000-0000-7000-8000-000000000000/chart')
  expect([status, body.code]).toEqual([404, 'record.unknown'])
})

it('half an hour in which nothing was reported is half an hour that the end slips by', async () => {
  const { nodes } = await chartOf(lead)
  expect(nodes.map(({ critical, slackMinutes }) => [critical, slackMinutes])).toEqual([
    [false, null],
    [true, -30],
    [true, -30],
  ])
  expect(nodes[2]?.deadline).toBe('2026-03-27T09:00:00.000Z')
  expect(nodes[2]?.forecastFinish).toBe('2026-03-30T01:00:00.000Z')
})
