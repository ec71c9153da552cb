import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { scenario } from './scenario.ts'

let world: TestPlatform
beforeAll(async () => {
  world = await testPlatform({
    scenarios: [scenario],
    county: {
      'roles.yaml': `roles:
  hub: { name: 智慧办, english: Hub, permissions: [{ permission: catalogue.analyse, scope: jurisdiction }] }
  other: { name: 其他, english: Other, permissions: [{ permission: identity.directory.read, scope: unit }] }
  system: { name: 系统管理员, english: System, administrator: system, permissions: [{ permission: identity.accounts.manage, scope: jurisdiction }] }
`,
      'posts/all.yaml': `posts:
  - { id: director, title: 局长, english: Head, for: { kinds: [bureau] }, seats: 1, roles: [other] }
  - { id: clerk, title: 经办人, english: Clerk, for: { kinds: [bureau] }, seats: 9, roles: [hub] }
  - { id: system, title: 系统管理员, english: System, for: { kinds: [county] }, seats: 1, roles: [system] }
`,
      'demo/accounts.yaml': 'accounts: []\n',
      'demo/staff.yaml': `seed: 1
people:
  - { login: hub, name: 赵磊, posts: [fagai.clerk] }
  - { login: hub2, name: 赵雷, posts: [jiaotong.clerk] }
  - { login: other, name: 王建国, posts: [fagai.director] }
`,
    },
  })
})
afterAll(() => world.close())

test('the example has the published shape, and its plans are proved and never worse than greed', async () => {
  const hub = await world.as('hub')
  const { body } = await hub.call('GET', '/catalogue-analyses/example')
  expect(body).toMatchObject({ matters: 465, alone: 142, others: 278, unclear: 45 })
  expect(body.links).toHaveLength(60)
  const { plans } = (await hub.call('GET', '/catalogue-analyses/example/plans')).body
  expect(plans).toHaveLength(9)
  for (const plan of plans) {
    expect(plan.isProved).toBe(true)
    expect(plan.cases).toBeGreaterThanOrEqual(plan.greedyCases)
    expect(plan.links.length).toBeLessThanOrEqual(plan.most)
  }
}, 60_000)

test('a catalogue of one’s own is analysed; what is no catalogue is told, and somebody else’s file is not there', async () => {
  const hub = await world.as('hub')
  const sheet =
    '事项编码,事项名称,主管单位,年办件量,材料\nA,低保,民政局,10,户口簿@公安局\nB,婚姻登记,民政局,5,照片@申请人\n'
  const { body } = await hub.upload('目录.csv', sheet)
  const { body: analysis } = await hub.call('GET', `/catalogue-analyses/${body.file}`)
  expect(analysis).toMatchObject({ matters: 2, alone: 1, others: 1 })
  const solved = { plans: [{ most: 1, links: [0], matters: 1, cases: 10, isProved: true, greedyCases: 10 }] }
  for (const _ of ['solved', 'kept'])
    expect((await hub.call('GET', `/catalogue-analyses/${body.file}/plans`)).body).toEqual(solved)
  const example = await hub.call('GET', '/catalogue-example.csv')
  expect(example).toMatchObject({ status: 200, type: expect.stringContaining('csv') })
  const other = await world.as('hub2')
  for (const path of [`/catalogue-analyses/${body.file}`, `/catalogue-analyses/${body.file}/plans`])
    expect((await other.call('GET', path)).status).toBe(404)
  const bad = await hub.upload('别的.csv', '姓名,电话\n甲,1\n')
  expect((await hub.call('GET', `/catalogue-analyses/${bad.body.file}`)).body.code).toBe('catalogue.columns.missing')
})

test('only who may analyse catalogues does', async () => {
  for (const path of ['/catalogue-example.csv', '/catalogue-analyses/example', '/catalogue-analyses/example/plans']) {
    expect((await (await world.as('other')).call('GET', path)).status).toBe(403)
    expect((await world.nobody.call('GET', path)).status).toBe(401)
  }
})
