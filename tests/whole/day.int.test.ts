import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day, DayLine } from '#platform/contract/day-contract.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'
import { photograph, startProject } from '#scenarios/projects/fixtures/project.ts'
import { scenario as projects } from '#scenarios/projects/scenario.ts'
import { supervisionCounty } from '#scenarios/supervision/fixtures/county.ts'
import { openMatter, submit } from '#scenarios/supervision/fixtures/matter.ts'
import { scenario as supervision } from '#scenarios/supervision/scenario.ts'

/*
 * The traffic bureau owes a project node (张伟's, due on 13 March), another one that waits on it, and a matter that the offices gave to
 * it without naming anybody (due on 10 March).
 */
const powers = {
  '- { permission: projects.report, scope: own }': ['supervision.read, scope: unit', 'supervision.answer, scope: own'],
  '- { permission: projects.accept, scope: subtree }': ['supervision.accept, scope: subtree'],
  '- { permission: obligations.supervise, scope: jurisdiction }': [
    ...['supervision.open, scope: jurisdiction', 'supervision.accept, scope: unit'],
  ],
}
const roles = Object.entries(powers).reduce(
  (text, [before, more]) =>
    text.replace(before, [before, ...more.map((one) => `- { permission: ${one} }`)].join('\n      ')),
  projectsCounty['roles.yaml'] ?? '',
)
const county = { ...supervisionCounty, ...projectsCounty, 'roles.yaml': roles }

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
let test: TestPlatform
let clerk: Client
let lead: Client
let offices: Client
let duty: string

beforeAll(async () => {
  test = await testPlatform({ scenarios: [projects, supervision], county, now: time('2026-03-02 08:00') })
  ;[clerk, lead, offices] = [await test.as('zhangwei'), await test.as('wangjianguo'), await test.as('liufang')]
  await startProject(lead, [
    '1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份',
    '2,水保评审,交通局,张伟,2026-03-16,2026-03-27,1,评审意见 1 份',
  ])
  await test.passTo(time('2026-03-02 10:00'))
  duty = (await openMatter(offices, { parts: [], dueAt: '2026-03-10T17:00:00+08:00' })).lead
})
afterAll(() => test.close())

const dayOf = async (who: Client): Promise<Day> => (await who.call('GET', '/day')).body
const told = ({ lines }: Pick<Day, 'lines'>) => lines.map(({ part, title }: DayLine) => `${part} ${title}`)

describe('the list of a day', () => {
  it('holds what a person owes, of every kind, each once, nearest deadline first', async () => {
    const day = await dayOf(clerk)
    expect(told(day)).toEqual(['running 东山路路灯修复', 'running 编制方案', 'waiting 水保评审'])
    expect(day.lines.map(({ kindName, page }) => [kindName?.zh, page.split('/')[1]])).toEqual([
      ['交办', 'duties'],
      ['项目节点', 'nodes'],
      ['项目节点', 'nodes'],
    ])
    expect(day.lines[1]?.own).toMatchObject({ row: { lamp: 'green', owner: { personName: '张伟' } } })
  })

  it('moves with time alone: due today, then late and up the ladder, before any sweep', async () => {
    test.clock.set(time('2026-03-10 09:00'))
    expect(told(await dayOf(clerk))[0]).toBe('due 东山路路灯修复')
    test.clock.set(time('2026-03-11 09:00'))
    const [first] = (await dayOf(clerk)).lines
    expect(first).toMatchObject({ part: 'late', level: 1, remaining: { late: true } })
  })

  it('shows what was handed in to whoever judges it, and to whoever handed it in that it waits', async () => {
    expect((await submit(clerk, duty)).status).toBe(200)
    expect(told(await dayOf(clerk))).toContain('waiting 东山路路灯修复')
    expect(told(await dayOf(offices))).toContain('judge 东山路路灯修复')
    const node = (await dayOf(clerk)).lines.find(({ title }) => title === '编制方案')
    const evidence = [(await clerk.upload('方案.png', photograph)).body.file]
    await clerk.call('POST', `${node?.page}/submissions`, { note: '方案定稿', evidence })
    expect(told(await dayOf(lead))).toEqual(['judge 编制方案'])
  })

  it('shows what climbed to whoever holds the rung, and nothing of it to others', async () => {
    await offices.call('POST', `/duties/${duty}/returns`, { reason: '缺照片' })
    await test.passTo(time('2026-03-16 09:00'))
    expect(told(await dayOf(offices))).toContain('climbed 东山路路灯修复')
    const stranger = await test.as('huyan')
    expect(await dayOf(stranger)).toMatchObject({ date: '2026-03-16', workingDay: true, lines: [], unlisted: 0 })
  })

  it('tells the discipline commission facts by the page of its inbox, and nobody who is not signed in', async () => {
    await test.passTo(time('2026-04-10 09:00'))
    const { lines } = await dayOf(await test.as('wujing'))
    expect(lines.find(({ title }) => title === '东山路路灯修复')?.page).toMatch(/^\/escalated\//)
    expect((await test.nobody.call('GET', '/day')).status).toBe(401)
  })
})
