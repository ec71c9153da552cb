import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '#platform/kernel/ids.ts'
import { erasePersonal } from '#platform/server/personal/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { supervisionCounty } from './fixtures/county.ts'
import { type OpenedMatter, openMatter, photograph } from './fixtures/matter.ts'
import { scenario } from './scenario.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const name = '王小明'

let test: TestPlatform
let offices: Client
let clerk: Client
let head: Client
let road: OpenedMatter

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: supervisionCounty, now: time('2026-03-02 09:00') })
  offices = await test.as('liufang')
  clerk = await test.as('lixiaoyan')
  head = await test.as('zhoumin')
})
beforeEach(async () => {
  test.clock.set(time('2026-03-02 09:00'))
  road = await openMatter(offices, { parts: [] })
})
afterAll(() => test.close())

const look = (who: Client, reason = '核实路灯位置', key?: string) =>
  who.call('POST', `/matters/${road.matter}/complainant-looks`, { reason }, key)
const detail = async (who: Client) => (await who.call('GET', `/duties/${road.lead}`)).body

/** Whether a text stands anywhere in a table, as its owner sees it. */
async function standsIn(table: string, text: string): Promise<boolean> {
  const [row] = await test.database.asOwner<{ found: boolean }>(
    `select exists (select from ${table} t where t::text like '%' || $1 || '%') as found`,
    [text],
  )
  return row?.found ?? false
}

describe('who complained', () => {
  it('is hidden from everybody at work on the matter; what they write about it names nobody', async () => {
    const file = await clerk.upload('现场.png', photograph)
    await clerk.call('POST', `/duties/${road.lead}/reports`, { note: `已联系王 小明，${name}同意` })
    const until = '2026-03-20T17:00:00+08:00'
    await head.call('POST', `/duties/${road.lead}/extension-requests`, { until, reason: `${name}不在家` })
    const evidence = [file.body.file]
    await clerk.call('POST', `/duties/${road.lead}/submissions`, { note: `${name}满意`, evidence })
    await offices.call('POST', `/duties/${road.lead}/returns`, { reason: `请${name}签字` })
    const seen = JSON.stringify(await detail(head))
    expect(seen).toContain('（反映人）同意')
    expect(seen).toContain('请（反映人）签字')
    expect(seen).not.toMatch(/王\s*小明/)
  })

  it('stands in one place of the database, and in no entry of the record, notice or receipt', async () => {
    await head.call('POST', `/duties/${road.lead}/disputes`, { reason: `${name}不归我们` })
    await look(clerk, `向${name}核实`)
    await offices.call('POST', `/matters/${road.matter}/withdrawal`, { reason: `${name}撤诉` })
    await test.derive()
    const tables = await test.database.asOwner<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    const holding: string[] = []
    for (const { name: table } of tables) if (await standsIn(table, name)) holding.push(table)
    expect(holding).toEqual(['personal.value'])
  })

  it('is shown for a reason, which is on record before and stays visible; a repeat is one look', async () => {
    expect((await look(clerk, '')).status).toBe(422)
    const { body } = await look(clerk, '核实路灯位置', 'one-look')
    expect(body).toMatchObject({ value: name })
    expect((await look(clerk, '核实路灯位置', 'one-look')).body).toEqual(body)
    const { complainant } = (await detail(head)).matter
    expect(complainant).toMatchObject({
      mayLook: true,
      looks: [{ by: '交通局经办人 李晓燕', reason: '核实路灯位置', at: '2026-03-02T01:00:00.000Z' }],
    })
    const entries = await test.database.asOwner<{ kind: string; actor_post: string }>(
      `select kind, actor_post from journal.entry where stream = 'personal.look/' || $1`,
      [body.look],
    )
    expect(entries).toEqual([{ kind: 'personal.value.looked-at', actor_post: 'jiaotong.clerk' }])
  })

  it('once erased by law is gone for good, while the looks stay', async () => {
    await look(clerk)
    const { database, platform } = test
    const { jurisdiction } = platform.services
    const order = {
      ...{ jurisdiction, subject: `supervision.matter/${road.matter}`, legalBasis: '个人信息保护法第四十七条' },
      ...{ actor: { person: '01a00000-0000-7000-8000-000000000000' as PersonId }, now: test.clock.now() },
    }
    expect(await database.asSystem(jurisdiction, (tx) => erasePersonal(tx, order))).toBe(1)
    expect(await database.asSystem(jurisdiction, (tx) => erasePersonal(tx, order))).toBe(0)
    expect((await look(clerk)).body.code).toBe('personal.value.erased')
    expect((await detail(head)).matter.complainant.looks).toHaveLength(1)
    expect((await clerk.call('POST', `/duties/${road.lead}/reports`, { note: '办理中' })).status).toBe(200)
  })

  it('named in a title or source refuses the matter, spaced or not', async () => {
    const refused = [{ title: '王 小明反映路灯' }, { sourceTitle: `${name}来信批示` }]
    for (const changes of refused)
      await expect(openMatter(offices, changes)).rejects.toThrow('supervision.matter.names-complainant')
  })
})

describe('a confidential matter', () => {
  const open = (changes: Record<string, unknown> = {}) =>
    openMatter(offices, { title: '限定事项', parts: [], confidential: { within: 'units' }, ...changes })
  const status = async (who: string, duty: string) => (await (await test.as(who)).call('GET', `/duties/${duty}`)).status

  it('is known to the units at work, the opener, the offices and whoever is named, and to nobody else', async () => {
    const { matter, lead } = await open({ confidential: { within: 'units', also: ['zhujian.director'] } })
    expect((await head.call('GET', `/duties/${lead}`)).body.matter.confidential).toEqual([
      ...['两办督办科', '交通局', '纪委监委', '住建局局长'],
    ])
    const people = ['liufang', 'zhoumin', 'lixiaoyan', 'chenshumin', 'huyan', 'zhangwei', 'wujing']
    const seen = await Promise.all(people.map((who) => status(who, lead)))
    expect(Object.fromEntries(people.map((who, index) => [who, seen[index]]))).toEqual({
      ...{ liufang: 200, zhoumin: 200, lixiaoyan: 200, chenshumin: 404, huyan: 404, zhangwei: 404, wujing: 404 },
    })
    const leader = await test.as('chenshumin')
    expect((await leader.call('GET', `/matters/${matter}`)).status).toBe(404)
    expect((await leader.call('POST', `/duties/${lead}/reminders`, {})).status).toBe(404)
    await expect(open({ confidential: { within: 'units', also: ['nowhere'] } })).rejects.toThrow('reader-unknown')
  })

  it('kept to heads is known to the head of the unit and to whom the head gives it', async () => {
    const { lead } = await open({ confidential: { within: 'heads' } })
    expect(await status('zhoumin', lead)).toBe(200)
    expect(await status('lixiaoyan', lead)).toBe(404)
    const { people } = (await head.call('GET', `/duties/${lead}/people`)).body
    const { person } = people.find((one: { personName: string }) => one.personName === '李晓燕')
    expect((await head.call('POST', `/duties/${lead}/delegation`, { person })).status).toBe(200)
    expect(await status('lixiaoyan', lead)).toBe(200)
    expect((await clerk.call('POST', `/duties/${lead}/reports`, { note: '办理中' })).status).toBe(200)
  })

  it('goes with its readers to the unit that takes it over', async () => {
    const { lead } = await open()
    expect(await status('yelong', lead)).toBe(404)
    await head.call('POST', `/duties/${lead}/disputes`, { reason: '不属于本单位' })
    const [request] = (await offices.call('GET', `/duties/${lead}`)).body.requests
    const answer = { granted: true, reason: '改由住建局办理', unit: 'zhujian' }
    expect((await offices.call('POST', `/duty-requests/${request.request}/decision`, answer)).status).toBe(200)
    expect(await status('yelong', lead)).toBe(200)
    expect(await status('huyan', lead)).toBe(404)
  })

  it('is in no list, count, notice, rate, trial or export of others', async () => {
    const { lead } = await open({ urgency: 'urgent', dueAt: '2026-03-03T17:00:00+08:00' })
    await head.call('POST', `/duties/${lead}/disputes`, { reason: '限定事项不归我们' })
    const [request] = (await offices.call('GET', `/duties/${lead}`)).body.requests
    const refusal = { granted: false, reason: '仍由交通局办理' }
    await offices.call('POST', `/duty-requests/${request.request}/decision`, refusal)
    await test.passTo(time('2026-03-27 09:00'))
    await test.derive()
    const leader = await test.as('chenshumin')
    const partner = await test.as('huyan')
    const paths = ['/desk/mine', '/notices', '/supervision-rates?from=2026-03&to=2026-03']
    const lists = [...paths, '/desk/leader', '/matters', '/supervision-rates/records?from=2026-03&to=2026-03&of=due']
    for (const path of lists) {
      const told = JSON.stringify((await leader.call('GET', path)).body)
      expect(told, path).not.toContain('限定事项')
    }
    expect(JSON.stringify((await head.call('GET', '/desk/unit')).body)).toContain('限定事项')
    expect(JSON.stringify((await offices.call('GET', '/desk/queue')).body)).toContain('限定事项')
    expect(JSON.stringify((await head.call('GET', '/notices')).body)).toContain('限定事项')
    expect(JSON.stringify((await partner.call('GET', '/notices')).body)).not.toContain('限定事项')
    const dues = async (who: Client) => (await who.call('GET', paths[2] ?? '')).body.months[0].due
    expect((await dues(offices)) - (await dues(leader))).toBe(6)
    const trial = { ladder: 'urgent', levels: [{ name: '一级', limit: null }] }
    expect((await offices.call('POST', '/ladder-trials', trial)).body.tried).toBeGreaterThan(0)
  })

  it('reaches the discipline inbox by its ladder, and every row and entry of it bears its readers', async () => {
    const { matter, lead } = await open({ urgency: 'urgent', dueAt: '2026-03-03T17:00:00+08:00' })
    await test.passTo(time('2026-03-27 09:00'))
    const { facts } = (await (await test.as('wujing')).call('GET', '/escalated')).body
    expect(facts.map((fact: { title: string }) => fact.title)).toContain('限定事项')
    const open_ = await test.database.asOwner<{ kind: string }>(
      `select kind from journal.entry where readers is null and (stream like '%' || $1 || '%' or stream like '%' || $2 || '%'
        or stream = (select 'obligations.obligation/' || obligation_id from supervision.duty where id::text = $2))`,
      [matter, lead],
    )
    expect(open_).toEqual([])
    const [told] = await test.database.asOwner<{ found: boolean }>(
      `select exists (select from journal.payload where readers is null and body::text like '%限定事项%') as found`,
    )
    expect(told?.found).toBe(false)
  })
})
