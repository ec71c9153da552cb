import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { NodeImpact } from './contract/edits.ts'
import { projectsCounty } from './fixtures/county.ts'
import { draftProject, photograph, type StartedProject, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let lead: Client
let section: Client
let owner: Client
let leader: Client
const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  section = await test.as('liuyang')
  owner = await test.as('zhangwei')
  leader = await test.as('chenshumin')
})
afterAll(() => test.close())

const rows = [
  '1,前期,,,,,,',
  '1.1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份',
  '1.2,水保评审,水利局,郭林,2026-03-16,2026-03-27,1.1,评审意见 1 份',
]
const at = (now: string) => test.passTo(time(now))
const project = async (target: StartedProject) => (await lead.call('GET', `/projects/${target.project}`)).body
const nodeOf = async (target: StartedProject, code: string) =>
  (await project(target)).nodesInOrder.find((node: { code: string }) => node.code === code)
const edit = async (who: Client, target: StartedProject, operations: unknown[], version?: number) =>
  who.call('POST', `/projects/${target.project}/edits`, {
    version: version ?? (await project(target)).version,
    operations,
  })
const propose = async (who: Client, target: StartedProject, operations: unknown[], reason = '汛期停工') =>
  who.call('POST', `/projects/${target.project}/changes`, {
    ...{ version: (await project(target)).version, operations, reason },
  })
const decide = (who: Client, change: string, approved = true, note = '同意') =>
  who.call('POST', `/changes/${change}/decision`, { approved, note })
const fields = (title: string, more = {}) => ({
  ...{ title, organisation: '交通局', person: '张伟', plannedStart: '2026-03-16', deadline: '2026-03-20' },
  ...more,
})

describe('a draft', () => {
  it('is edited cell by cell, with units and people by name, links and places', async () => {
    await at('2026-03-02 08:00')
    const target = await draftProject(lead, rows)
    const id = randomUUID()
    const answer = await edit(lead, target, [
      { op: 'change', node: target.nodes['1.1'], fields: { deadline: '2026-03-18', person: '李晓燕' } },
      { op: 'add', node: id, parent: target.nodes['1'], before: target.nodes['1.2'], fields: fields('现场踏勘') },
      { op: 'link', node: id, links: [{ node: target.nodes['1.1'], kind: 'SS', lagMinutes: 840 }] },
    ])
    expect(answer).toMatchObject({ status: 200, body: { added: 1, changed: 1, removed: 0, droppedLinks: [] } })
    expect(await nodeOf(target, '1.1')).toMatchObject({ owner: { personName: '李晓燕' } })
    expect(await nodeOf(target, '1.2')).toMatchObject({
      title: '现场踏勘',
      links: [{ node: target.nodes['1.1'], kind: 'SS', lagMinutes: 840 }],
    })
    expect(await nodeOf(target, '1.3')).toMatchObject({ node: target.nodes['1.2'] })
  })

  it('says which links went with a predecessor that is removed', async () => {
    const target = await draftProject(lead, rows)
    const answer = await edit(lead, target, [{ op: 'remove', node: target.nodes['1.1'] }])
    expect(answer.body.droppedLinks).toEqual([{ node: '水保评审', predecessor: '编制方案', kind: 'FS' }])
    expect((await nodeOf(target, '1.1')).links).toEqual([])
  })

  it('refuses cells that name nobody at their cell, a circle with its path, and changes nothing', async () => {
    const target = await draftProject(lead, rows)
    const before = await project(target)
    const wrong = await edit(lead, target, [
      { op: 'change', node: target.nodes['1.1'], fields: { title: '改名', person: '查无此人' } },
    ])
    expect(wrong).toMatchObject({ status: 422, body: { code: 'projects.edit.cells-invalid' } })
    expect(wrong.body.issues[0].path).toBe('operations.0.fields.person')
    const links = [{ node: target.nodes['1.2'] }]
    const circle = await edit(lead, target, [{ op: 'link', node: target.nodes['1.1'], links }])
    expect(circle.body.code).toBe('plans.edit.cycle')
    expect(circle.body.title).toContain('1.1 编制方案')
    expect((await edit(lead, target, [{ op: 'change', node: randomUUID(), fields: {} }])).body.code).toBe(
      'plans.edit.node-unknown',
    )
    expect(await project(target)).toEqual(before)
  })

  it('two people edit it: the second hears what changed since, by whom, and loses nothing', async () => {
    const target = await draftProject(lead, rows)
    const { version } = await project(target)
    const rename = (title: string) => [{ op: 'change', node: target.nodes['1.1'], fields: { title } }]
    const answers = await Promise.all([
      edit(lead, target, rename('方案甲'), version),
      edit(lead, target, rename('方案乙'), version),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const second = answers.find(({ status }) => status === 409)
    expect(second?.body).toMatchObject({ code: 'projects.plan.moved', facts: { by: '王建国' } })
    expect(second?.body.title).toContain('1.1')
    expect(second?.body.title).toMatch(/王建国于 2026-\d\d-\d\d \d\d:\d\d 修改/)
    const first = answers.find(({ status }) => status === 200)
    expect((await project(target)).version).toBe(first?.body.version)
  })

  it('a block of five hundred rows is pasted at once', async () => {
    const target = await draftProject(lead, rows)
    const operations = Array.from({ length: 500 }, (_, index) => ({
      ...{ op: 'add', node: randomUUID(), parent: target.nodes['1'], before: null },
      fields: fields(`粘贴 ${index}`),
    }))
    expect((await edit(lead, target, operations)).body.added).toBe(500)
    expect((await project(target)).nodes).toBe(502)
  })
})

describe('a start that needs approval', () => {
  it('is proposed by the lead and approved by another person; that is its first baseline', async () => {
    const target = await draftProject(lead, rows, { kind: 'investment' })
    const path = `/projects/${target.project}`
    expect((await lead.call('POST', `${path}/start`)).body).toMatchObject({ state: 'proposed', started: [] })
    const operations = [{ op: 'change', node: target.nodes['1.1'], fields: { title: '改名' } }]
    expect((await edit(lead, target, operations)).body.code).toBe('projects.project.not-draft')
    const approve = (who: Client, approved = true, note = '') =>
      who.call('POST', `${path}/start-decision`, { approved, note })
    expect((await approve(lead)).body.code).toBe('projects.project.own-approval')
    expect((await approve(owner)).status).toBe(403)
    expect((await approve(leader, false)).body.code).toBe('projects.note.missing')
    expect((await approve(leader, false, '缺用地预审')).body).toMatchObject({ state: 'draft' })
    await lead.call('POST', `${path}/start`)
    expect((await approve(leader)).body).toMatchObject({ state: 'running', started: [target.nodes['1.1']] })
    expect((await approve(leader)).body.code).toBe('projects.project.not-proposed')
    const { baselines } = (await lead.call('GET', `${path}/baselines`)).body
    expect(baselines).toMatchObject([{ number: 1, proposedBy: '王建国', approvedBy: '陈书敏' }])
    const nodes = (await lead.call('GET', `${path}/baselines/1`)).body.nodes
    expect(nodes.map(({ title }: { title: string }) => title)).toEqual(['前期', '编制方案', '水保评审'])
  })
})

describe('a change of a running plan', () => {
  it('is previewed, approved by another person, and turns lamps from then on; the old baseline and lamps stay', async () => {
    await at('2026-03-02 08:00')
    const target = await startProject(lead, rows)
    const node = target.nodes['1.1'] ?? ''
    await at('2026-03-16 09:00')
    expect(await nodeOf(target, '1.1')).toMatchObject({ lamp: 'red', level: 1 })
    const operations = [{ op: 'change', node, fields: { deadline: '2026-05-29', person: '李晓燕', title: '修编方案' } }]
    const preview = await lead.call('POST', `/projects/${target.project}/edits/preview`, {
      ...{ version: (await project(target)).version, operations },
    })
    const [impact]: NodeImpact[] = preview.body.impact.filter((one: NodeImpact) => one.node === node)
    expect(impact).toMatchObject({
      ...{ what: 'changed', title: '修编方案', titleBefore: '编制方案' },
      lamp: { from: 'red', to: 'green' },
      owner: { to: { personName: '李晓燕' } },
    })
    const { change } = (await propose(lead, target, operations)).body
    expect((await propose(lead, target, operations)).body.code).toBe('projects.change.open')
    expect((await decide(lead, change)).body.code).toBe('projects.change.own')
    expect((await decide(section, change)).status).toBe(403)
    expect((await decide(leader, change)).body).toMatchObject({ baseline: 2 })
    expect((await decide(leader, change)).body.code).toBe('projects.change.closed')
    expect(await nodeOf(target, '1.1')).toMatchObject({ lamp: 'green', level: 0, owner: { personName: '李晓燕' } })
    const story = (await lead.call('GET', `/nodes/${node}`)).body.trail.map(({ kind }: { kind: string }) => kind)
    expect(story.filter((kind: string) => kind === 'plans.lamp.given')).toHaveLength(3)
    const first = (await lead.call('GET', `/projects/${target.project}/baselines/1`)).body
    expect(first.nodes[1]).toMatchObject({
      deadline: time('2026-03-13 17:00').toISOString(),
      owner: { personName: '张伟' },
    })
    expect((await owner.call('POST', `/nodes/${node}/reports`, { progress: 50, note: '' })).status).toBe(403)
  })

  it('adds a node that starts at once, and takes one out with what was owed for it', async () => {
    await at('2026-03-16 09:00')
    const target = await startProject(lead, rows)
    const added = randomUUID()
    const { change } = (
      await propose(lead, target, [
        { op: 'add', node: added, parent: target.nodes['1'], before: null, fields: fields('补充勘察') },
        { op: 'remove', node: target.nodes['1.1'] },
      ])
    ).body
    expect((await decide(leader, change)).status).toBe(200)
    expect(await nodeOf(target, '1.2')).toMatchObject({ node: added, state: 'running' })
    expect(await nodeOf(target, '1.1')).toMatchObject({ title: '水保评审', links: [], waitsOn: [] })
    const today = (await owner.call('GET', '/today')).body
    const mine = [...today.running, ...today.today, ...today.late].map(({ node }: { node: string }) => node)
    expect(mine).toContain(added)
    expect(mine).not.toContain(target.nodes['1.1'])
    expect((await owner.call('GET', `/nodes/${target.nodes['1.1']}`)).status).toBe(404)
  })

  it('is decided anew where a deliverable was handed in meanwhile, and refused', async () => {
    await at('2026-03-16 09:00')
    const target = await startProject(lead, rows)
    const node = target.nodes['1.1'] ?? ''
    const { change } = (await propose(lead, target, [{ op: 'change', node, fields: { deadline: '2026-06-30' } }])).body
    const file = (await owner.upload('现场.png', photograph)).body.file
    await owner.call('POST', `/nodes/${node}/submissions`, { note: '完成', evidence: [file] })
    const shown = (await leader.call('GET', `/changes/${change}`)).body
    expect(shown).toMatchObject({ preview: null, hindrance: 'plans.change.node-handed-in', may: { decide: true } })
    expect((await decide(leader, change)).body.code).toBe('plans.change.node-handed-in')
    expect((await lead.call('POST', `/changes/${change}/withdrawal`)).status).toBe(200)
  })

  it('in the middle of sweeps, a change and all that time brings are on record once, in order', async () => {
    await at('2026-03-16 08:00')
    const many = Array.from(
      { length: 40 },
      (_, index) => `1.${index + 1},节点 ${index + 1},交通局,张伟,2026-03-16,2026-03-20,,成果 1 份`,
    )
    const target = await startProject(lead, ['1,批量,,,,,,', ...many])
    const operations = Object.entries(target.nodes)
      .filter(([code]) => code !== '1')
      .map(([, node]) => ({ op: 'change', node, fields: { deadline: '2026-03-27' } }))
    const { change } = (await propose(lead, target, operations)).body
    test.clock.set(time('2026-03-23 09:00'))
    const sweeps = Promise.allSettled(Array.from({ length: 4 }, () => at('2026-03-23 09:00')))
    const [decided] = await Promise.all([decide(leader, change), sweeps])
    await at('2026-03-23 09:00')
    expect(decided.status).toBe(200)
    const { nodesInOrder } = await project(target)
    for (const node of nodesInOrder.slice(1))
      expect(node).toMatchObject({ deadline: time('2026-03-27 17:00').toISOString(), lamp: 'red' })
    const story = (await lead.call('GET', `/nodes/${target.nodes['1.1']}`)).body.trail
    const kinds = story.map(({ kind }: { kind: string }) => kind)
    expect(kinds.filter((kind: string) => kind === 'plans.node.started')).toHaveLength(1)
  })
})
