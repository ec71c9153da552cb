import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

let test: TestPlatform
let lead: Client
let owner: Client
let ownersHead: Client
let project: string
beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  owner = await test.as('zhangwei')
  ownersHead = await test.as('zhoumin')
  const started = await startProject(lead, [
    '1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份',
    '2,现场踏勘,交通局,张伟,2026-03-02,2026-03-13,,记录 1 份',
  ])
  project = started.project
  await test.passTo(time('2026-03-31 18:00'))
  await test.derive()
})
afterAll(() => test.close())

const plateOf = async (unit: string) => {
  const { plates } = (await lead.call('GET', `/projects/${project}/plates`)).body
  return plates.find((plate: { unit: string }) => plate.unit === unit)
}

describe('plates on their pages', () => {
  it('stand on the page of the project and of the unit', async () => {
    const { plates } = (await owner.call('GET', `/projects/${project}/plates`)).body
    expect(plates.map(({ unit, colour, month }: Record<string, string>) => [unit, colour, month])).toEqual([
      ['jiaotong', 'red', '2026-03'],
      ['fagai', 'yellow', '2026-03'],
    ])
    const unit = (await owner.call('GET', '/units/jiaotong/plates?months=1')).body
    expect(unit.plates).toMatchObject([{ colour: 'red', projectTitle: '通村公路提升' }])
    expect((await owner.call('GET', '/units/jiaotong/plates?months=0')).status).toBe(422)
  })

  it('a plate says why: rule, facts as of the close, nodes, points; a look from outside is told to the unit', async () => {
    const { plate } = await plateOf('jiaotong')
    await lead.call('GET', `/plates/${plate}`)
    const why = (await owner.call('GET', `/plates/${plate}`)).body
    expect(why).toMatchObject({
      ...{ colour: 'red', conclusion: '未完成当月计划', rule: { id: 'three-plates', version: '1' } },
      points: [{ points: -2, effect: '红牌' }],
    })
    expect(why.nodes.filter(({ overdue }: { overdue: boolean }) => overdue)).toHaveLength(2)
    expect(why.facts.map(({ name, value }: Record<string, string>) => `${name} ${value}`)).toContain('到期未提交 2 个')
    expect(why.seenBy).toMatchObject([{ by: '局长 王建国' }])
    expect(why.entries).toMatchObject([{ kind: 'plans.plate.given' }])
  })
})

describe('an objection to a plate', () => {
  it('of a responsible unit is owed by the lead unit; upheld, it takes the points back and leaves the plate', async () => {
    const { plate } = await plateOf('jiaotong')
    const reason = { reason: '连续暴雨，已报备' }
    expect((await ownersHead.call('POST', `/plates/${plate}/appeals`, { reason: '' })).status).toBe(422)
    const made = await ownersHead.call('POST', `/plates/${plate}/appeals`, reason, 'one-key')
    expect(made.status).toBe(200)
    expect((await ownersHead.call('POST', `/plates/${plate}/appeals`, reason, 'one-key')).body).toEqual(made.body)
    expect((await ownersHead.call('POST', `/plates/${plate}/appeals`, reason)).body.code).toBe('projects.appeal.open')
    const owed = (await lead.call('GET', '/today')).body.appeals
    expect(owed).toMatchObject([{ plate, node: null, title: '2026-03 通村公路提升' }])
    expect((await lead.call('GET', `/appeals/${made.body.appeal}`)).body).toEqual({ page: `/plates/${plate}` })
    const answer = { upheld: true, reason: '情况属实' }
    expect((await ownersHead.call('POST', `/appeals/${made.body.appeal}/answer`, answer)).status).toBe(403)
    expect((await lead.call('POST', `/appeals/${made.body.appeal}/answer`, answer)).status).toBe(200)
    await test.derive()
    const after = (await owner.call('GET', `/plates/${plate}`)).body
    expect(after).toMatchObject({ colour: 'red', appeal: 'upheld' })
    expect(
      after.points.map(({ points, reverses }: { points: number; reverses: boolean }) => [points, reverses]),
    ).toEqual([
      [-2, false],
      [2, true],
    ])
  })

  it('of the lead unit itself is owed by the next rung of the ladder, for nobody judges their own', async () => {
    const { plate } = await plateOf('fagai')
    const made = await lead.call('POST', `/plates/${plate}/appeals`, { reason: '责任在外单位' })
    const supervisor = await test.as('liufang')
    const answer = { upheld: false, reason: '连带责任成立' }
    expect((await lead.call('POST', `/appeals/${made.body.appeal}/answer`, answer)).status).toBe(403)
    expect((await supervisor.call('GET', '/today')).body.appeals).toHaveLength(1)
    expect((await supervisor.call('POST', `/appeals/${made.body.appeal}/answer`, answer)).status).toBe(200)
  })
})

describe('the Tiangong board', () => {
  it('shows every unit by points, and each figure opens to lines that add up to it', async () => {
    const { rows, period } = (await owner.call('GET', '/board?of=units&period=2026-Q1')).body
    expect(period).toBe('2026-Q1')
    for (const row of rows) {
      const account = (await owner.call('GET', `/board/lines?of=units&subject=${row.subject}&period=2026-Q1`)).body
      const sum = account.lines.reduce((points: number, line: { points: number }) => points + line.points, 0)
      expect([account.won, account.lost, sum]).toEqual([row.won, row.lost, row.points])
    }
    const own = rows.find(({ subject }: { subject: string }) => subject === 'jiaotong')
    expect(own).toMatchObject({ won: 0, lost: 0, lines: 2 })
  })

  it('goes out as a spreadsheet', async () => {
    const sheet = await owner.call('GET', '/board.xlsx?of=units&period=2026-03')
    expect(sheet.type).toContain('spreadsheetml')
  })

  it('shows persons to heads within reach and to themselves, and to nobody else', async () => {
    const names = async (who: Client) =>
      (await who.call('GET', '/board?of=persons&period=2026')).body.rows.map(({ name }: { name: string }) => name)
    expect(await names(ownersHead)).toEqual(['张伟'])
    expect(await names(owner)).toEqual(['张伟'])
    expect(await names(await test.as('chenshumin'))).toEqual(['张伟'])
    expect(await names(await test.as('huyan'))).toEqual([])
    const [{ subject }] = (await ownersHead.call('GET', '/board?of=persons&period=2026')).body.rows
    const lines = `/board/lines?of=persons&subject=${subject}&period=2026`
    expect((await ownersHead.call('GET', lines)).body.lines).toMatchObject([
      { points: -2, about: { kind: 'node' }, together: [{ kind: 'node' }] },
    ])
    expect((await (await test.as('huyan')).call('GET', lines)).body.code).toBe('permission.reach')
  })

  it('everybody has their own points', async () => {
    const own = (await owner.call('GET', '/points?period=2026-03')).body
    expect(own).toMatchObject({ name: '张伟', lost: -2, points: -2 })
    expect((await lead.call('GET', '/points?period=2026-03')).body.lines).toEqual([])
    expect((await owner.call('GET', '/points?period=2026-13')).status).toBe(422)
  })
})
