import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { Evaluation } from './contract/life.ts'
import { projectsCounty } from './fixtures/county.ts'
import { photograph, type StartedProject, startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let lead: Client
let owner: Client
let colleague: Client
let leader: Client
let target: StartedProject
const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const post = (who: Client, path: string, body: object = {}) => who.call('POST', path, body)
const evaluations = async (who: Client) => (await who.call('GET', `/projects/${target.project}/evaluations`)).body
const ofPerson = (all: readonly Evaluation[], name: string) => all.find(({ party }) => party.personName === name)

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
  owner = await test.as('zhangwei')
  colleague = await test.as('lixiaoyan')
  leader = await test.as('chenshumin')
  target = await startProject(lead, ['1,编制方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份'])
})
afterAll(() => test.close())

async function handIn() {
  const file = (await owner.upload('现场.png', photograph)).body.file
  await post(owner, `/nodes/${target.nodes['1']}/submissions`, { note: '完成', evidence: [file] })
}

describe('the end of a project', () => {
  it('waits until every node is accepted', async () => {
    await test.passTo(time('2026-03-05 10:00'))
    await handIn()
    const refused = await post(lead, `/projects/${target.project}/close`)
    expect(refused.body).toMatchObject({ code: 'projects.project.open-nodes', facts: { count: 1 } })
    await post(lead, `/nodes/${target.nodes['1']}/returns`, { reason: '缺检测报告' })
    await test.passTo(time('2026-03-16 10:00'))
    await handIn()
    await post(lead, `/nodes/${target.nodes['1']}/acceptance`, { note: '' })
    expect((await evaluations(lead)).isClosed).toBe(false)
  })

  it('is an evaluation of each unit and person, out of the record, with the lead’s words', async () => {
    expect((await post(owner, `/projects/${target.project}/close`)).status).toBe(403)
    const { body } = await lead.call('GET', `/nodes/${target.nodes['1']}`)
    const about = [{ subject: 'person', id: body.owner.person, words: '逾期一天，其余认真。' }]
    const close = () =>
      lead.call('POST', `/projects/${target.project}/close`, { words: '按期建成。', about }, `close-${target.project}`)
    const closed = await Promise.all([close(), close()])
    expect(closed[0]).toMatchObject({ status: 200, body: { state: 'closed', evaluations: 2 } })
    expect(closed[1]?.body).toEqual(closed[0]?.body)
    const { words, evaluations: all } = await evaluations(lead)
    expect(words).toBe('按期建成。')
    expect(ofPerson(all, '张伟')).toMatchObject({
      facts: { nodes: 1, onTime: 0, late: 1, returned: 1 },
      words: '逾期一天，其余认真。',
      mayAppeal: false,
    })
    expect(ofPerson(all, '张伟')?.facts.lamps).toMatchObject({ yellow: 1, red: 2 })
    expect((await post(lead, `/nodes/${target.nodes['1']}/returns`, { reason: '再改' })).body.code).toBe(
      'projects.project.not-running',
    )
  })

  it('is seen by the person concerned, who can disagree; by nobody who has no part in it', async () => {
    const own = ofPerson((await evaluations(owner)).evaluations, '张伟')
    expect(own?.mayAppeal).toBe(true)
    expect((await leader.call('GET', `/projects/${target.project}/evaluations`)).body.evaluations).toHaveLength(2)
    expect((await colleague.call('GET', `/projects/${target.project}/evaluations`)).status).toBe(404)
    const path = `/evaluations/${own?.evaluation}/appeals`
    expect((await post(colleague, path, { reason: '不同意' })).status).toBe(403)
    expect((await post(owner, path, { reason: '' })).body.code).toBe('input.invalid')
    const appealed = await post(owner, path, { reason: '逾期一天系退回所致' })
    expect(appealed.status).toBe(200)
    expect((await post(owner, path, { reason: '再次' })).body.code).toBe('projects.appeal.open')
    expect((await lead.call('GET', '/today')).body.appeals).toMatchObject([{ project: target.project }])
    const open = { appeals: [{ state: 'open', reason: '逾期一天系退回所致' }], mayAppeal: false }
    expect(ofPerson((await evaluations(lead)).evaluations, '张伟')).toMatchObject({ ...open, mayAnswer: true })
    expect(ofPerson((await evaluations(owner)).evaluations, '张伟')).toMatchObject({ ...open, mayAnswer: false })
    expect(ofPerson((await evaluations(leader)).evaluations, '张伟')).toMatchObject({ ...open, mayAnswer: false })
    const place = (who: Client, id: string) => who.call('GET', `/appeals/${id}`)
    expect((await place(lead, appealed.body.appeal)).body).toEqual({ page: `/projects/${target.project}` })
    expect((await place(colleague, appealed.body.appeal)).body.code).toBe('record.unknown')
    expect((await place(lead, 'no-such')).body.code).toBe('input.invalid')
    const answer = { upheld: false, reason: '事实清楚' }
    expect((await post(lead, `/appeals/${appealed.body.appeal}/answer`, answer)).status).toBe(200)
    const answered = { appeals: [{ state: 'rejected', answer: '事实清楚' }], mayAnswer: false }
    expect(ofPerson((await evaluations(owner)).evaluations, '张伟')).toMatchObject(answered)
    expect(ofPerson((await evaluations(lead)).evaluations, '张伟')).toMatchObject(answered)
  })

  it('tells the points and plates that the project brought each, as the ledger has them', async () => {
    await test.passTo(time('2026-04-01 09:00'))
    await test.derive()
    const all: Evaluation[] = (await evaluations(leader)).evaluations
    expect(ofPerson(all, '张伟')?.brought).toEqual({ won: 0, lost: -2, points: -2, plates: null })
    const unit = all.find(({ subject }) => subject === 'organisation')
    expect(unit?.brought).toEqual({ won: 1, lost: 0, points: 1, plates: { green: 1, yellow: 0, red: 0 } })
    const own = ofPerson((await evaluations(owner)).evaluations, '张伟')
    expect(own?.brought).toEqual({ won: 0, lost: -2, points: -2, plates: null })
  })

  it('of who would answer for the lead unit is answered by the next rung of the ladder, for nobody judges their own', async () => {
    await test.passTo(time('2026-04-02 10:00'))
    const own = await startProject(lead, ['1,现场踏勘,重点项目科,刘洋,2026-04-02,2026-04-10,,记录 1 份'])
    const clerk = await test.as('liuyang')
    const file = (await clerk.upload('现场.png', photograph)).body.file
    await post(clerk, `/nodes/${own.nodes['1']}/submissions`, { note: '完成', evidence: [file] })
    await post(lead, `/nodes/${own.nodes['1']}/acceptance`, { note: '' })
    expect((await post(lead, `/projects/${own.project}/close`)).status).toBe(200)
    const seenBy = async (who: Client): Promise<Evaluation> => {
      const { body } = await who.call('GET', `/projects/${own.project}/evaluations`)
      return body.evaluations.find(({ subject }: Evaluation) => subject === 'organisation')
    }
    const made = await post(lead, `/evaluations/${(await seenBy(lead)).evaluation}/appeals`, { reason: '数字有误' })
    expect(made.status).toBe(200)
    const supervisor = await test.as('liufang')
    const answer = { upheld: true, reason: '已核实' }
    expect(await seenBy(lead)).toMatchObject({ mayAppeal: false, mayAnswer: false })
    expect((await post(lead, `/appeals/${made.body.appeal}/answer`, answer)).status).toBe(403)
    expect(await seenBy(supervisor)).toMatchObject({ mayAnswer: true })
    expect((await post(supervisor, `/appeals/${made.body.appeal}/answer`, answer)).status).toBe(200)
    expect(await seenBy(lead)).toMatchObject({ appeals: [{ state: 'upheld', answer: '已核实' }] })
  })

  it('is archived once closed, and then nothing about it changes', async () => {
    const archive = () => post(lead, `/projects/${target.project}/archive`)
    expect((await post(owner, `/projects/${target.project}/archive`)).status).toBe(403)
    expect((await archive()).body).toMatchObject({ state: 'archived' })
    expect((await archive()).body.code).toBe('projects.project.not-closed')
    expect((await post(lead, `/projects/${target.project}/pause`, { reason: '停工' })).body.code).toBe(
      'projects.project.not-running',
    )
  })
})
