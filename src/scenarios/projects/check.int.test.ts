import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { roadPlan, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let lead: Client
const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const minutesPerDay = 420

/** Thresholds of a second version that holds from June on. */
const strictCounty = {
  ...projectsCounty,
  'plan-check.yaml': `rules:
  - { id: plan-check, version: 1, effectiveFrom: '2026-01-01', name: 甲, english: A, thresholds: { nodeShare: 0.25, overloadAbove: 1, coarseWorkingDays: 60 } }
  - { id: plan-check, version: 2, effectiveFrom: '2026-06-01', name: 乙, english: B, thresholds: { nodeShare: 0.5, overloadAbove: 1, coarseWorkingDays: 5 }, onBlocking: confirm }
`,
}

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: strictCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
})
afterAll(() => test.close())

const heading = '节点编号,节点名称,责任单位,责任人,计划开始,完成时限,前置节点,交付成果'

async function draft(rows: readonly string[], kind = 'building'): Promise<string> {
  const file = await lead.upload('计划.csv', [heading, ...rows].join('\n'))
  const input = { file: file.body.file, title: '通村公路提升', kind }
  return (await lead.call('POST', '/project-imports', input)).body.project
}

const inspect = (sql: string) => test.database.asOwner(sql)
const ofGuolin = `person_id = (select id from identity.person where login = 'guolin')`

type Found = { code: string; severity: string; zh: string; remedyZh: string; nodes: string[] }

describe('a draft is checked before its start', () => {
  it('every finding has its place and remedy, the gravest first, with the version of the rule', async () => {
    const project = await draft([
      '1,前期,,,,,,',
      '1.1,编制方案,交通局,,2026-03-02,2026-03-13,,推进落实',
      '1.2,水保评审,水利局,郭林,2026-03-05,2026-03-17,1.1,',
    ])
    const { status, body } = await lead.call('GET', `/projects/${project}/check`)
    expect(status).toBe(200)
    const findings: Found[] = body.findings
    expect(findings.map(({ code }) => code)).toEqual([
      ...['deliverable-missing', 'person-missing', 'deliverable-unmeasurable'],
      ...['before-predecessor', 'end-missed', 'critical-path'],
    ])
    expect(findings.every(({ zh, remedyZh }) => zh !== '' && remedyZh !== '')).toBe(true)
    expect(body.counts).toEqual({ blocking: 1, warning: 4, hint: 1 })
    expect(body.rule.id).toBe('plan-check')
  })

  it('the load of its people counts over all running plans, and a proposal levels it without changing anything', async () => {
    const four = [1, 2, 3, 4].map((n) => `${n},标段${n},交通局,李晓燕,2026-04-13,2026-04-24,,验收单 ${n} 份`)
    await startProject(lead, four)
    const project = await draft(['1,新标段,交通局,李晓燕,2026-04-13,2026-04-24,,验收单 5 份'])
    const before = (await lead.call('GET', `/projects/${project}`)).body
    const { body } = await lead.call('GET', `/projects/${project}/check`)
    expect(body.findings.find(({ code }: Found) => code === 'overloaded').zh).toContain('李晓燕')
    expect(body.loads[0]).toMatchObject({ personName: '李晓燕', weeks: [{ load: 1.25, nodes: 5 }, { load: 1.25 }] })
    const levelling = (await lead.call('GET', `/projects/${project}/levelling`)).body
    expect(levelling.moves).toMatchObject([
      { code: '1', to: { plannedStart: '2026-04-26T16:00:00.000Z' }, byMinutes: 10 * minutesPerDay },
    ])
    expect(levelling.loads[0].after.map(({ load }: { load: number }) => load)).toEqual([1, 1, 0.25, 0.25, 0.1])
    expect(levelling.operations).toMatchObject([{ op: 'change', node: levelling.moves[0].node }])
    expect((await lead.call('GET', `/projects/${project}/levelling`)).body).toEqual(levelling)
    expect((await lead.call('GET', `/projects/${project}`)).body).toEqual(before)
  })

  it('an owner who has moved, has no post or whose account is closed is told as what it is', async () => {
    const project = await draft(['1,护坡,水利局,郭林,2026-03-02,2026-03-13,,验收单 1 份'])
    const first = async () => (await lead.call('GET', `/projects/${project}/check`)).body.findings[0]
    await inspect(`update identity.appointment set post_id = 'jiaotong.clerk' where ${ofGuolin}`)
    expect(await first()).toMatchObject({ code: 'person-moved', severity: 'blocking' })
    expect((await first()).zh).toContain('郭林已不在水利局任职，现在交通局')
    await inspect(`update identity.appointment set post_id = 'shuili.clerk', valid_to = '2026-03-01' where ${ofGuolin}`)
    expect(await first()).toMatchObject({ code: 'person-left', severity: 'blocking' })
    await inspect(`update identity.person set valid_to = '2026-03-01' where login = 'guolin'`)
    expect(await first()).toMatchObject({ code: 'account-closed', severity: 'blocking' })
    await inspect(`update identity.person set valid_to = null where login = 'guolin'`)
    await inspect(`update identity.appointment set valid_to = null where ${ofGuolin}`)
    expect((await first()).code).toBe('critical-path')
  })
})

describe('what stands in the way of a start', () => {
  const unsound = ['1,前期,,,,,,', '1.1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,']
  const start = (project: string, more: object = {}) => lead.call('POST', `/projects/${project}/start`, more)

  it('refuses it, says where, and leaves the draft a draft; once mended it starts', async () => {
    const project = await draft(unsound)
    const refused = await start(project, { despiteFindings: true })
    expect(refused).toMatchObject({ status: 409, body: { code: 'projects.start.blocked' } })
    expect(refused.body.title).toContain('1.1 编制方案')
    const { version, state, nodesInOrder } = (await lead.call('GET', `/projects/${project}`)).body
    expect(state).toBe('draft')
    const [, leaf] = nodesInOrder
    const operations = [{ op: 'change', node: leaf.node, fields: { deliverable: '方案 1 份' } }]
    expect((await lead.call('POST', `/projects/${project}/edits`, { version, operations })).status).toBe(200)
    expect(await start(project)).toMatchObject({ status: 200, body: { state: 'running' } })
  })

  it('refuses the approval too, where it came up while the start waited', async () => {
    const project = await draft(['1,护坡,水利局,郭林,2026-03-02,2026-03-13,,验收单 1 份'], 'investment')
    expect((await start(project)).body.state).toBe('proposed')
    const leader = await test.as('chenshumin')
    const approve = () => leader.call('POST', `/projects/${project}/start-decision`, { approved: true })
    await inspect(`update identity.appointment set valid_to = '2026-03-01' where ${ofGuolin}`)
    expect(await approve()).toMatchObject({ status: 409, body: { code: 'projects.start.blocked' } })
    await inspect(`update identity.appointment set valid_to = null where ${ofGuolin}`)
    expect(await approve()).toMatchObject({ status: 200, body: { state: 'running' } })
  })
})

describe('the schedule of a plan', () => {
  it('a draft has slack and a critical path by its links', async () => {
    const project = await draft([...roadPlan, '2,踏勘,交通局,张伟,2026-03-02,2026-03-06,,纪要 1 份'])
    const { body } = await lead.call('GET', `/projects/${project}/schedule`)
    expect(body).toMatchObject({ forecast: false, cycle: null, minutesPerDay, end: '2026-03-27T09:00:00.000Z' })
    expect(body.nodes.map((node: { slackMinutes: number }) => node.slackMinutes / minutesPerDay)).toEqual([0, 0, 15])
    expect(body.nodes.map((node: { critical: boolean }) => node.critical)).toEqual([true, true, false])
  })

  it('a running plan is forecast: a node that is late moves what waits on it', async () => {
    const { project } = await startProject(lead, roadPlan)
    await test.passTo(time('2026-03-16 08:00'))
    const { body } = await lead.call('GET', `/projects/${project}/schedule`)
    expect(body.forecast).toBe(true)
    expect(body.nodes.map((node: { lateMinutes: number }) => node.lateMinutes / minutesPerDay)).toEqual([10, 10])
    expect(body.nodes[1]).toMatchObject({ slackMinutes: -10 * minutesPerDay, critical: true })
  })

  it('an id that is none, or that nobody has, is refused', async () => {
    for (const route of ['check', 'schedule', 'levelling']) {
      expect((await lead.call('GET', `/projects/1/${route}`)).body.code).toBe('input.invalid')
      const missing = await lead.call('GET', `/projects/01a00000-0000-7000-8000-000000000000/${route}`)
      expect(missing.body.code).toBe('record.unknown')
    }
  })
})

it('the thresholds are the county’s, of the version that is in force', async () => {
  const project = await draft(['1,绿化,交通局,张伟,2026-08-03,2026-08-14,,照片 1 张'])
  const check = async () => (await lead.call('GET', `/projects/${project}/check`)).body
  const codes = ({ findings }: { findings: Found[] }) => findings.map(({ code }) => code)
  const before = await check()
  expect(before.rule).toEqual({ id: 'plan-check', version: '1' })
  expect(codes(before)).not.toContain('too-coarse')
  await test.passTo(time('2026-06-01 08:00'))
  const after = await check()
  expect(after.rule.version).toBe('2')
  expect(codes(after)).toContain('too-coarse')
})

it('where the county asks instead of refusing, a start goes on once it is confirmed, and the record says in spite of what', async () => {
  const project = await draft(['1,护坡,水利局,郭林,2026-07-01,2026-07-03,,'])
  expect((await lead.call('GET', `/projects/${project}/check`)).body.onBlocking).toBe('confirm')
  const start = (more: object) => lead.call('POST', `/projects/${project}/start`, more)
  expect(await start({})).toMatchObject({ status: 409, body: { code: 'projects.start.unconfirmed' } })
  expect(await start({ despiteFindings: true })).toMatchObject({ status: 200, body: { state: 'running' } })
  const [entry] = await test.database.asOwner<{ despite: string[] }>(
    `select p.body->'despite' as despite from journal.entry e join journal.payload p on p.entry_id = e.id
      where e.kind = 'plans.plan.started' and e.stream like '%${project}'`,
  )
  expect(entry?.despite).toEqual(['deliverable-missing'])
})
