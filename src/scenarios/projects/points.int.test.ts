import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuildProjection } from '#platform/server/journal/index.ts'
import { scoreProjection } from '#platform/server/scoring/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'
import { scoreSource } from './server/score-source.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

let test: TestPlatform
let lead: Client
let owner: Client
beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  owner = await test.as('zhangwei')
})
afterAll(() => test.close())

const submit = async (who: Client, node: string) =>
  who.call('POST', `/nodes/${node}/submissions`, {
    note: '完成',
    evidence: [(await who.upload('现场.png', photograph)).body.file],
  })
const ledger = async (plan: string) => {
  await test.derive()
  return test.database.asOwner<{ effect: string; points: number; reverses: string | null; month: string }>(
    'select effect, points, reverses, month from scoring.line where matter = $1 order by place',
    [plan],
  )
}
const points = async (plan: string) => (await ledger(plan)).map(({ effect, points }) => [effect, points])

describe('points', () => {
  it('a node accepted with a blue lamp wins points once, however often the lamp was blue on the way', async () => {
    await test.passTo(time('2026-03-02 08:00'))
    const { project, nodes } = await startProject(lead, ['1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份'])
    const node = nodes['1'] ?? ''
    await test.passTo(time('2026-03-03 10:00'))
    await owner.call('POST', `/nodes/${node}/reports`, { progress: 40, note: '', evidence: [] })
    await test.passTo(time('2026-03-06 16:00'))
    await owner.call('POST', `/nodes/${node}/reports`, { progress: 90, note: '', evidence: [] })
    expect(await points(project)).toEqual([])
    await submit(owner, node)
    await lead.call('POST', `/nodes/${node}/acceptance`, { note: '' })
    expect(await points(project)).toEqual([['ahead', 2]])
  })

  it('two lamps yellow or red on one project cost points, and an objection that is upheld gives them back', async () => {
    await test.passTo(time('2026-04-01 08:00'))
    const { project, nodes } = await startProject(lead, [
      '1,编制方案,交通局,张伟,2026-04-01,2026-04-24,,方案 1 份',
      '2,现场踏勘,交通局,张伟,2026-04-01,2026-04-24,,记录 1 份',
    ])
    await test.passTo(time('2026-04-10 09:00'))
    expect(await points(project)).toEqual([['two-lamps', -2]])
    const appeal = await owner.call('POST', `/nodes/${nodes['1']}/appeals`, { reason: '踏勘受暴雨影响' })
    const answer = { upheld: true, reason: '情况属实' }
    expect((await lead.call('POST', `/appeals/${appeal.body.appeal}/answer`, answer)).status).toBe(200)
    expect(await points(project)).toEqual([
      ['two-lamps', -2],
      ['two-lamps', 2],
    ])
    const [line, reversal] = await ledger(project)
    expect(reversal).toMatchObject({ month: line?.month })
  })

  it('plates give and cost the points of units', async () => {
    await test.passTo(time('2026-06-01 08:00'))
    const { project } = await startProject(lead, ['1,编制方案,交通局,张伟,2026-06-01,2026-06-19,,方案 1 份'])
    await test.passTo(time('2026-06-30 18:00'))
    const rows = (await points(project)).filter(([effect]) => effect !== 'two-lamps')
    expect(rows.sort()).toEqual([
      ['joint', -1],
      ['missed', -2],
    ])
  })

  it('the ledger made again from the record is the same', async () => {
    await test.derive()
    const read = () => test.database.asOwner('select * from scoring.line order by place')
    const before = await read()
    expect(before.length).toBeGreaterThan(5)
    const { database, platform } = test
    await rebuildProjection(database, platform.services.jurisdiction, scoreProjection(scoreSource))
    expect(await read()).toEqual(before)
  })
})
