import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph, roadPlan, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let lead: Client
let owner: Client
const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  owner = await test.as('zhangwei')
})
afterAll(() => test.close())

const evidence = async (who: Client) => (await who.upload('现场.png', photograph)).body.file

describe('a project from its plan to its end', () => {
  it('a node runs, is reported, submitted and accepted; the next one starts and its owner is told', async () => {
    await test.passTo(time('2026-03-02 08:00'))
    const { nodes } = await startProject(lead, roadPlan)
    const node = nodes['1.1'] ?? ''
    expect((await owner.call('GET', '/today')).body.running.map((row: { node: string }) => row.node)).toContain(node)
    await test.passTo(time('2026-03-05 10:00'))
    const reported = await owner.call('POST', `/nodes/${node}/reports`, {
      progress: 60,
      note: '完成初稿',
      evidence: [await evidence(owner)],
    })
    expect(reported).toMatchObject({ status: 200, body: { lamp: 'blue' } })
    const submitted = await owner.call('POST', `/nodes/${node}/submissions`, {
      note: '方案定稿',
      evidence: [await evidence(owner)],
    })
    expect(submitted.status).toBe(200)
    expect((await lead.call('GET', '/today')).body.toAccept.map((row: { node: string }) => row.node)).toContain(node)
    await test.passTo(time('2026-03-17 10:00'))
    const accepted = await lead.call('POST', `/nodes/${node}/acceptance`, { note: '同意' })
    expect(accepted.body).toMatchObject({ lamp: 'blue', started: [nodes['1.2']] })
    const detail = await owner.call('GET', `/nodes/${node}`)
    expect(detail.body).toMatchObject({ state: 'done', progress: 100 })
    expect(detail.body.trail[0].sentence).toBe('验收通过，节点完成')
    expect(detail.body.trail.some((step: { evidence: unknown[] }) => step.evidence.length === 1)).toBe(true)
  })

  it('a late node turns red by itself, climbs the ladder, and says why', async () => {
    await test.passTo(time('2026-04-01 08:00'))
    const { nodes } = await startProject(lead, ['1,路基施工,交通局,张伟,2026-04-01,2026-04-14,,验收单 1 份'])
    const node = nodes['1'] ?? ''
    await test.passTo(time('2026-04-03 18:00'))
    expect((await owner.call('GET', `/nodes/${node}`)).body.lamp).toBe('red')
    await test.passTo(time('2026-04-30 18:00'))
    const detail = (await owner.call('GET', `/nodes/${node}`)).body
    expect(detail.level).toBe(3)
    expect(detail.remaining.late).toBe(true)
    const supervisor = await test.as('wujing')
    expect((await supervisor.call('GET', '/today')).body.climbed.map((row: { node: string }) => row.node)).toContain(
      node,
    )
    const why = (await lead.call('GET', `/nodes/${node}/why`)).body
    expect(why).toMatchObject({ lamp: 'red', rule: { id: 'five-lamps', version: '1' } })
    expect(why.facts.map((fact: { name: string }) => fact.name)).toContain('按计划应达到')
    const seen = (await owner.call('GET', `/nodes/${node}/why`)).body.seenBy
    expect(seen.map((look: { by: string }) => look.by)).toEqual(['局长 王建国'])
  })

  it('a returned deliverable turns yellow, and an objection is owed an answer', async () => {
    await test.passTo(time('2026-06-01 08:00'))
    const { nodes } = await startProject(lead, ['1,路面施工,交通局,张伟,2026-06-01,2026-06-30,,验收单 1 份'])
    const node = nodes['1'] ?? ''
    await test.passTo(time('2026-06-03 10:00'))
    await owner.call('POST', `/nodes/${node}/submissions`, { note: '完成', evidence: [await evidence(owner)] })
    const returned = await lead.call('POST', `/nodes/${node}/returns`, { reason: '缺检测报告' })
    expect(returned.body.lamp).toBe('yellow')
    const appeal = await owner.call('POST', `/nodes/${node}/appeals`, { reason: '报告已在附件中' })
    expect(appeal.status).toBe(200)
    expect((await owner.call('POST', `/nodes/${node}/appeals`, { reason: '再次' })).body.code).toBe(
      'projects.appeal.open',
    )
    expect((await lead.call('GET', '/today')).body.appeals).toHaveLength(1)
    const answered = await lead.call('POST', `/appeals/${appeal.body.appeal}/answer`, { upheld: true, reason: '属实' })
    expect(answered.status).toBe(200)
    expect((await lead.call('GET', '/today')).body.appeals).toHaveLength(0)
  })

  it('a command repeated with its key gives the same answer and happens once, also when sent at the same time', async () => {
    await test.passTo(time('2026-07-01 08:00'))
    const { nodes } = await startProject(lead, ['1,绿化,交通局,张伟,2026-07-01,2026-07-31,,照片 1 张'])
    const node = nodes['1'] ?? ''
    await test.passTo(time('2026-07-02 10:00'))
    const send = (progress: number) => owner.call('POST', `/nodes/${node}/reports`, { progress, note: '' }, 'same-key')
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(10)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect((await send(10)).body).toEqual(answers[0]?.body)
    expect((await send(20)).body.code).toBe('command.key-reused')
    const trail = (await owner.call('GET', `/nodes/${node}`)).body.trail
    expect(trail.filter((step: { kind: string }) => step.kind === 'plans.node.reported')).toHaveLength(1)
  })

  it('commands that meet on one node are taken one after the other, and none is lost', async () => {
    await test.passTo(time('2026-08-03 08:00'))
    const { nodes } = await startProject(lead, ['1,标线,交通局,张伟,2026-08-03,2026-08-31,,照片 1 张'])
    const node = nodes['1'] ?? ''
    await test.passTo(time('2026-08-03 10:00'))
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        owner.call('POST', `/nodes/${node}/reports`, { progress: 5, note: String(n) }),
      ),
    )
    const done = answers.filter(({ status }) => status === 200)
    expect(answers.every(({ status, body }) => status === 200 || body.code === 'command.conflict')).toBe(true)
    const trail = (await owner.call('GET', `/nodes/${node}`)).body.trail
    expect(trail.filter((step: { kind: string }) => step.kind === 'plans.node.reported')).toHaveLength(done.length)
  })
})

describe('bad input is refused with its code and changes nothing', () => {
  const counts = async () =>
    (await test.database.asOwner('select count(*)::int as entries from journal.entry'))[0] as { entries: number }

  it.each([
    ['a file that is no spreadsheet', '计划.xlsx', 'PK\u0003\u0004 not really', 'projects.import.unreadable'],
    ['a sheet without headings', '计划.csv', 'a,b\nc,d', 'projects.import.empty'],
    ['a sheet without rows', '计划.csv', '节点名称,责任单位,计划开始,完成时限\n', 'projects.import.empty'],
    [
      'a sheet without a column for deadlines',
      '计划.csv',
      '节点名称,责任单位\n甲,交通局',
      'projects.import.columns-missing',
    ],
    [
      'a date in 1899',
      '计划.csv',
      '节点名称,责任单位,计划开始,完成时限\n甲,交通局,1899-12-31,2026-09-01',
      'projects.import.rows-invalid',
    ],
    [
      'a script in a name',
      '计划.csv',
      '节点名称,责任单位,计划开始,完成时限\n<script>,交通局,2026-09-01,2026-09-02',
      'projects.import.rows-invalid',
    ],
    [
      'a cycle',
      '计划.csv',
      '编号,节点名称,责任单位,计划开始,完成时限,前置节点\n1,甲,交通局,2026-09-01,2026-09-02,2\n2,乙,交通局,2026-09-01,2026-09-02,1',
      'projects.import.rows-invalid',
    ],
  ])('%s', async (_what, name, bytes, code) => {
    const before = await counts()
    const file = await lead.upload(name, bytes)
    const answer = await lead.call('POST', '/project-imports', {
      file: file.body.file,
      title: '坏计划',
      kind: 'reform',
    })
    expect(answer.body).toMatchObject({ code })
    expect(answer.type).toContain('application/problem+json')
    expect(answer.body.title).toMatch(/[\u4e00-\u9fff]/)
    expect(answer.body.detail).toMatch(/[A-Za-z]{3}/)
    expect(await counts()).toEqual(before)
  })

  it('a file of 40 MB is refused and not kept', async () => {
    const answer = await lead.upload('大.xlsx', new Uint8Array(40 * 1024 * 1024)).catch(() => undefined)
    if (answer) expect(answer.body.code).toBe('input.too-large')
    expect(await test.database.asOwner('select 1 from files.file where bytes > 30000000')).toEqual([])
  })

  it('a plan in GBK, as a spreadsheet program saves it, is read like one in UTF-8', async () => {
    const { default: iconv } = await import('iconv-lite')
    const text = '节点名称,责任单位,计划开始,完成时限\n编制方案,交通局,2026-09-01,2026-09-02'
    const file = await lead.upload('计划.csv', iconv.encode(text, 'gbk'))
    const preview = await lead.call('POST', '/project-imports/preview', { file: file.body.file })
    expect(preview.body).toMatchObject({ problems: [], nodes: [{ title: '编制方案' }] })
  })

  it.each([
    [
      'no key',
      'command.key-missing',
      (who: Client, node: string) => who.call('POST', `/nodes/${node}/reports`, { progress: 1, note: '' }, ''),
    ],
    [
      'progress of 101',
      'input.invalid',
      (who: Client, node: string) => who.call('POST', `/nodes/${node}/reports`, { progress: 101, note: '' }),
    ],
    [
      'no such node',
      'record.unknown',
      (who: Client) =>
        who.call('POST', '/nodes/01a00000-0000-7000-8000-000000000000/reports', { progress: 1, note: '' }),
    ],
    ['an id that is none', 'input.invalid', (who: Client) => who.call('GET', '/nodes/1%27%20or%201=1')],
    [
      "somebody else's evidence",
      'projects.node.evidence-unknown',
      async (who: Client, node: string) =>
        who.call('POST', `/nodes/${node}/reports`, { progress: 1, note: '', evidence: [await evidence(lead)] }),
    ],
    [
      'a submission without evidence',
      'projects.node.evidence-missing',
      (who: Client, node: string) => who.call('POST', `/nodes/${node}/submissions`, { note: '' }),
    ],
    ['no such address', 'route.unknown', (who: Client) => who.call('GET', '/nothing')],
  ])('a report with %s', async (_what, code, send) => {
    await test.passTo(time('2026-09-01 08:00'))
    const { nodes } = await startProject(lead, ['1,护栏,交通局,张伟,2026-09-01,2026-09-30,,照片 1 张'])
    await test.passTo(time('2026-09-01 10:00'))
    const before = await counts()
    expect((await send(owner, nodes['1'] ?? '')).body).toMatchObject({ code })
    expect(await counts()).toEqual(before)
  })
})

describe('time', () => {
  it('an instant that was reckoned by another calendar is reckoned anew by the sweep, which then rests', async () => {
    await test.passTo(time('2026-10-12 08:00'))
    const { nodes } = await startProject(lead, ['1,验收,交通局,张伟,2026-10-12,2026-10-30,,报告 1 份'])
    const stale = `update obligations.clock set next_due_at = $1 where id = (select clock_id from obligations.owed where subject = $2)`
    await test.database.asOwner(stale, [time('2026-10-12 09:00'), `plans.node/${nodes['1']}`])
    await test.passTo(time('2026-10-13 09:00'))
    const [row] = await test.database.asOwner<{ level: number; next_due_at: Date }>(
      'select level, next_due_at from obligations.obligation where subject = $1',
      [`plans.node/${nodes['1']}`],
    )
    expect(row).toEqual({ level: 0, next_due_at: new Date(time('2026-10-30 17:00').getTime() + 1) })
  })
})
