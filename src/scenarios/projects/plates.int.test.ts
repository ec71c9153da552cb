import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plateSweep } from '#platform/server/plans/plates/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const twoUnits = [
  '1,编制方案,交通局,张伟,2026-03-02,2026-03-20,,方案 1 份',
  '2,水保评审,水利局,郭林,2026-03-02,2026-05-29,,评审意见 1 份',
]

let test: TestPlatform
let lead: Client
let owner: Client
let other: Client
beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  owner = await test.as('zhangwei')
  other = await test.as('guolin')
})
afterAll(() => test.close())

const given = (plan: string) =>
  test.database.asOwner<{ month: string; organisation: string; colour: string; closed_at: Date }>(
    'select month, organisation, colour, closed_at from plans.plate where plan_id = $1 order by month, organisation',
    [plan],
  )
const colours = async (plan: string) => (await given(plan)).map((one) => [one.month, one.organisation, one.colour])
const submit = async (who: Client, node: string) =>
  who.call('POST', `/nodes/${node}/submissions`, {
    note: '完成',
    evidence: [(await who.upload('现场.png', photograph)).body.file],
  })
const report = (who: Client, node: string, progress: number) =>
  who.call('POST', `/nodes/${node}/reports`, { progress, note: '', evidence: [] })

describe('monthly plates', () => {
  it('are given at the close of the month, once, to each responsible unit and the lead unit', async () => {
    const { project, nodes } = await startProject(lead, twoUnits)
    await test.passTo(time('2026-03-18 10:00'))
    await submit(owner, nodes['1'] ?? '')
    await test.passTo(time('2026-03-31 16:59'))
    expect(await given(project)).toEqual([])
    await test.passTo(time('2026-03-31 17:02'))
    const plates = await given(project)
    expect(plates.map(({ organisation, colour }) => [organisation, colour])).toEqual([
      ['fagai', 'yellow'],
      ['jiaotong', 'green'],
      ['shuili', 'red'],
    ])
    expect(plates[0]?.closed_at).toEqual(time('2026-03-31 17:00'))
    await test.passTo(time('2026-04-01 09:00'))
    expect(await given(project)).toHaveLength(3)
  })

  it('a server whose clock is set back over the close gives nothing twice and takes nothing back', async () => {
    const plates = await test.database.asOwner<{ id: string }>('select id from plans.plate order by id')
    expect(plates.length).toBeGreaterThan(0)
    const sweep = plateSweep(test.platform.services)
    for (const now of ['2026-03-31 16:00', '2026-03-31 17:01', '2026-03-30 09:00', '2026-04-01 09:00'])
      await sweep.once(time(now), 100)
    expect(await test.database.asOwner('select id from plans.plate order by id')).toEqual(plates)
  })

  it('a month closed late is judged as of its close, not by what was done since', async () => {
    test.clock.set(time('2026-04-01 09:00'))
    const plan = twoUnits.map((row) => row.replaceAll('2026-03-02', '2026-04-01').replace('2026-03-20', '2026-04-24'))
    const { project, nodes } = await startProject(lead, plan)
    await test.passTo(time('2026-04-20 09:00'))
    await report(owner, nodes['1'] ?? '', 80)
    await report(other, nodes['2'] ?? '', 45)
    // Nobody sweeps while the month ends; what is done in May belongs to May.
    test.clock.set(time('2026-05-06 10:00'))
    expect((await submit(owner, nodes['1'] ?? '')).status).toBe(200)
    await test.passTo(time('2026-05-07 09:00'))
    expect(await colours(project)).toEqual([
      ['2026-04', 'fagai', 'yellow'],
      ['2026-04', 'jiaotong', 'red'],
      ['2026-04', 'shuili', 'green'],
    ])
    await test.passTo(time('2026-07-01 09:00'))
    expect((await colours(project)).filter(([month]) => month === '2026-05')).toEqual([
      ['2026-05', 'fagai', 'yellow'],
      ['2026-05', 'jiaotong', 'green'],
      ['2026-05', 'shuili', 'red'],
    ])
  })

  it('many sweepers give each plate once', async () => {
    test.clock.set(time('2026-07-01 09:00'))
    const plan = ['1,编制方案,交通局,张伟,2026-07-01,2026-07-24,,方案 1 份']
    const projects = await Promise.all([1, 2, 3].map(() => startProject(lead, plan)))
    const sweep = plateSweep(test.platform.services)
    const now = time('2026-10-08 09:00')
    for (let turn = 0; turn < 6; turn += 1) await Promise.all(Array.from({ length: 5 }, () => sweep.once(now, 1)))
    while ((await sweep.once(now, 100)) > 0);
    for (const { project } of projects)
      expect(await colours(project)).toEqual(
        ['2026-07', '2026-08', '2026-09'].flatMap((month) => [
          [month, 'fagai', 'yellow'],
          [month, 'jiaotong', 'red'],
        ]),
      )
    const [journal] = await test.database.asOwner<{ entries: number; plates: number }>(
      `select (select count(*)::int from journal.entry where kind = 'plans.plate.given') as entries,
        (select count(*)::int from plans.plate) as plates`,
    )
    expect(journal?.entries).toBe(journal?.plates)
  })
})
