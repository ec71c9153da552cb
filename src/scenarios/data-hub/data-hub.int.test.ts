import excel from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import { catalogueAt, lookUp, readCatalogueSheets } from '#platform/server/data-hub/index.ts'
import { type Departments, inventCounty } from '#platform/server/departments/index.ts'
import { findActor } from '#platform/server/identity/index.ts'
import { reportRefusal } from '#platform/server/refused-access/index.ts'
import { readSheet } from '#platform/server/sheets/index.ts'
import { hubCounty, hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { hubPosts } from './fixtures/county.ts'
import { scenario } from './scenario.ts'

const { tables, households } = inventCounty(hubPeople)
const disabled = tables.get('disability-certificate') ?? []
const heads = ['身份证号', '姓名', '残疾人证号', '残疾类别', '残疾等级', '有效期至']
const kinds: Record<string, string> = { sight: '视力', hearing: '听力', limbs: '肢体', mind: '精神' }
const grades: Record<string, string> = { '1': '一级', '2': '二级', '3': '三级', '4': '四级' }
const cells = (row: (typeof disabled)[number]) => [
  ...[row['identity-number'], row.name, row['certificate-number'], kinds[String(row['disability-kind'])]],
  ...[grades[String(row['disability-grade'])], String(row['valid-until']).replaceAll('-', '/')],
]
const csv = (rows: readonly (readonly unknown[])[]) =>
  iconv.encode([heads, ...rows].map((row) => row.join(',')).join('\r\n'), 'gb18030')

let world: TestPlatform
let departments: Departments

beforeAll(async () => {
  departments = await startHubDepartments()
  world = await testPlatform({
    ...{ scenarios: [scenario], county: { ...hubCounty, ...hubPosts }, placeOf: departments.placeOf },
    now: new Date('2026-03-02T09:00:00+08:00'),
  })
})
afterAll(async () => {
  await world?.close()
  await departments?.stop()
})

const services = () => world.platform.services
const gradeOf = (row: (typeof disabled)[number] | undefined) =>
  lookUp(services(), {
    ...{ dataset: 'disability-certificate', fields: ['disability-grade'] },
    subject: { kind: 'person', number: String(row?.['identity-number']) },
    ...{ purpose: { matter: 'withdraw-for-rent', case: 'case-1' }, actor: { organisation: 'gongjijin' } },
  })

async function handOver(bytes: Uint8Array, asOf: string, key?: string) {
  const owner = await world.as('canzong')
  const { file } = (await owner.upload('残疾人证.csv', bytes)).body
  return owner.call('POST', '/data/datasets/disability-certificate/tables', { file, asOf }, key)
}

test('a table in GB 18030 is taken over whole, sealed, and asked from then on, with its date', async () => {
  const answer = await handOver(csv(disabled.map(cells)), '2026-02-28')
  expect(answer.body).toMatchObject({ version: 1, rows: disabled.length })
  const [first] = disabled
  expect(await gradeOf(first)).toMatchObject({
    ...{ kind: 'answered', asOf: '2026-02-28', records: [{ 'disability-grade': first?.['disability-grade'] }] },
  })
  const healthy = households
    .flatMap(({ members }) => members)
    .find(({ number }) => !disabled.some((row) => row['identity-number'] === number))
  expect((await gradeOf({ 'identity-number': healthy?.number ?? '' })).kind).toBe('not-found')
  const stored = await world.database.asOwner<{ content: Buffer }>('select content from data_hub.handed_over_row')
  for (const { content } of stored) expect(content.toString('utf8')).not.toContain('331199')
})

test('one row that is wrong, and no row is taken over: each problem is told with row and column, the table before stays', async () => {
  const owner = await world.as('canzong')
  const rows = disabled.map(cells)
  const [good = []] = rows
  const bad = [
    ['331199199001011235', ...good.slice(1)],
    [good[0], '', ...good.slice(2)],
    [...good.slice(0, 5), '2026-02-30'],
  ]
  const { file } = (await owner.upload('表.csv', csv([...rows, ...bad]))).body
  const check = await owner.call('GET', `/data/datasets/disability-certificate/table-check?file=${file}`)
  expect(check.body.faults).toEqual([
    { row: rows.length + 2, column: '身份证号', fault: 'value-invalid' },
    { row: rows.length + 3, column: '姓名', fault: 'value-missing' },
    { row: rows.length + 4, column: '有效期至', fault: 'value-invalid' },
  ])
  const answer = await owner.call('POST', '/data/datasets/disability-certificate/tables', { file, asOf: '2026-03-01' })
  expect(answer.body).toMatchObject({ code: 'data-hub.table.faulty' })
  expect(await gradeOf(disabled[0])).toMatchObject({ kind: 'answered', asOf: '2026-02-28' })
})

test('a person who is there twice, a missing column and an older table are refused', async () => {
  const rows = disabled.map(cells)
  expect((await handOver(csv([...rows, rows[0] ?? []]), '2026-03-01')).body.code).toBe('data-hub.table.faulty')
  const without = iconv.encode(['姓名,残疾类别', '某人,视力'].join('\n'), 'gb18030')
  expect((await handOver(without, '2026-03-01')).body.code).toBe('data-hub.table.faulty')
  expect((await handOver(csv(rows), '2026-01-01')).body.code).toBe('data-hub.table.older')
  expect((await handOver(csv([]), '2026-03-01')).body.code).toBe('data-hub.table.empty')
})

test('a workbook replaces the table; handing it over twice under one key does it once', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('残疾人证')
  for (const row of [heads, ...disabled.slice(0, 2).map(cells)]) sheet.addRow(row)
  const owner = await world.as('canzong')
  const { file } = (await owner.upload('残疾人证.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))).body
  const body = { file, asOf: '2026-03-01' }
  const path = '/data/datasets/disability-certificate/tables'
  const once = await owner.call('POST', path, body, 'one-key')
  expect(once.body).toMatchObject({ version: 2, rows: 2 })
  expect((await owner.call('POST', path, body, 'one-key')).body).toEqual(once.body)
  expect((await gradeOf(disabled[0])).kind).toBe('answered')
  expect((await gradeOf(disabled[3])).kind).toBe('not-found')
  const { body: detail } = await owner.call('GET', '/data/datasets/disability-certificate')
  expect(detail.tables.map(({ version }: { version: number }) => version)).toEqual([2, 1])
})

test('two tables handed over at once end with one of them, whole', async () => {
  const answers = await Promise.all([
    handOver(csv(disabled.map(cells)), '2026-03-02'),
    handOver(csv(disabled.slice(0, 1).map(cells)), '2026-03-02'),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const last = answers.reduce((a, b) => (a.body.version > b.body.version ? a : b))
  const [{ count } = { count: 0 }] = await world.database.asOwner<{ count: number }>(
    `select count(*)::int as count from data_hub.handed_over_row where dataset = 'disability-certificate'`,
  )
  expect(count).toBe(last.body.rows)
})

test('a grant opens what was closed, until it is ended; a grant of the pack can be ended too', async () => {
  const owner = await world.as('canzong')
  const hub = await world.as('zhihui')
  const ask = () =>
    lookUp(services(), {
      ...{ dataset: 'disability-certificate', fields: ['disability-kind'] },
      subject: { kind: 'person', number: String(disabled[0]?.['identity-number']) },
      ...{ purpose: { matter: 'care-allowance', case: 'case-2' }, actor: { organisation: 'minzheng' } },
    })
  expect((await ask()).kind).toBe('not-granted')
  const given = {
    ...{ dataset: 'disability-certificate', fields: ['disability-kind'], organisation: 'minzheng', ground: 'law' },
    ...{
      matters: ['care-allowance'],
      basis: '残疾人保障法第四十八条',
      effectiveFrom: '2026-03-02',
      until: '2026-12-31',
    },
  }
  const { body } = await owner.call('POST', '/data/grants', given, 'grant-key')
  expect((await owner.call('POST', '/data/grants', given, 'grant-key')).body).toEqual(body)
  expect((await ask()).kind).toBe('answered')
  expect((await hub.call('POST', `/data/grants/${body.grant}/end`, { reason: '事项取消' })).status).toBe(200)
  expect(await ask()).toMatchObject({ kind: 'not-granted', reason: 'no-grant' })
  expect((await hub.call('POST', `/data/grants/${body.grant}/end`, { reason: '再次' })).body.code).toBe(
    'data-hub.grant.ended',
  )
  expect((await gradeOf(disabled[0])).kind).toBe('answered')
  await owner.call('POST', '/data/grants/rent-disability/end', { reason: '依据已废止' })
  expect((await gradeOf(disabled[0])).kind).toBe('not-granted')
})

test.each([
  [{ fields: ['horoscope'] }, 'data-hub.grant.field-unknown'],
  [{ organisation: 'nobody' }, 'data-hub.grant.organisation-unknown'],
  [{ until: '2026-01-01' }, 'data-hub.grant.time-wrong'],
  [{ effectiveFrom: '2026-01-01' }, 'data-hub.grant.time-wrong'],
  [{ dataset: 'horoscopes' }, 'data-hub.dataset.unknown'],
  [{ matters: [] }, 'input.invalid'],
])('a grant with %o is refused', async (wrong, code) => {
  const hub = await world.as('zhihui')
  const given = {
    ...{ dataset: 'disability-certificate', fields: ['disability-kind'], organisation: 'minzheng', ground: 'law' },
    ...{ matters: ['x'], basis: '残疾人保障法', effectiveFrom: '2026-03-02', until: '2026-12-31' },
  }
  expect((await hub.call('POST', '/data/grants', { ...given, ...wrong })).body.code).toBe(code)
})

test('wrong data is disputed, becomes a debt of its owner, and the answer closes both', async () => {
  const asker = await world.as('gongban')
  const hub = await world.as('zhihui')
  const lease = tables.get('tenancy-contracts')?.[0]
  const { lookUp: id } = await lookUp(services(), {
    ...{ dataset: 'tenancy-contracts', fields: ['monthly-rent'] },
    subject: { kind: 'person', number: String(lease?.['identity-number']) },
    ...{ purpose: { matter: 'withdraw-for-rent', case: 'case-3' }, actor: { organisation: 'gongjijin' } },
  })
  const about = { lookUp: id, field: 'monthly-rent', statement: '合同上是一千二百元' }
  const raised = await asker.call('POST', '/data/disputes', about, 'dispute-key')
  expect(raised.body.dueAt > '2026-03-12').toBe(true)
  expect((await asker.call('POST', '/data/disputes', about, 'dispute-key')).body).toEqual(raised.body)
  expect((await asker.call('POST', '/data/disputes', about)).body.code).toBe('data-hub.dispute.open')
  expect((await asker.call('POST', '/data/disputes', { ...about, field: 'lease-until' })).body.code).toBe(
    'data-hub.dispute.nothing-brought',
  )
  const debt = () =>
    world.database.asOwner<{ state: string; debtor_organisation: string }>(
      `select state, debtor_organisation from obligations.obligation where kind = 'data-dispute'`,
    )
  expect(await debt()).toMatchObject([{ state: 'open', debtor_organisation: 'zhujian' }])
  const answer = { corrected: true, answer: '备案系统已更正' }
  expect((await hub.call('POST', `/data/disputes/${raised.body.dispute}/answer`, answer)).body.code).toBe(
    'permission.missing',
  )
  expect(JSON.stringify(await world.database.asOwner('select * from data_hub.dispute'))).not.toContain('一千二百')
  const owner = await world.as('zhuzhang')
  expect((await owner.call('GET', '/data/disputes')).body.disputes).toMatchObject([
    { statement: '合同上是一千二百元', mayAnswer: true, state: 'open' },
  ])
  const path = `/data/disputes/${raised.body.dispute}/answer`
  const answered = await owner.call('POST', path, answer, 'answer-key')
  expect(answered.status).toBe(200)
  expect((await owner.call('POST', path, answer, 'answer-key')).body).toEqual(answered.body)
  expect((await owner.call('POST', path, answer)).body.code).toBe('data-hub.dispute.answered')
  expect(await debt()).toMatchObject([{ state: 'answered' }])
  expect((await asker.call('GET', '/data/disputes')).body.disputes).toMatchObject([
    { state: 'corrected', answer: '备案系统已更正' },
  ])
})

test('the person at the counter is told who looked at their data, and that look is on record', async () => {
  const hub = await world.as('zhihui')
  const number = String(tables.get('tenancy-contracts')?.[0]?.['identity-number'])
  const { body } = await hub.call('POST', '/data/looks-at-subject', { kind: 'person', number, reason: '本人书面申请' })
  expect(body.masked).toBe(`${number.slice(0, 6)}********${number.slice(-4)}`)
  expect(body.looks[0]).toMatchObject({
    organisation: { id: 'gongjijin' },
    case: 'case-3',
    fields: [{ name: '月租金' }],
  })
  const [entry] = await world.database.asOwner<{ readers: string[] }>(
    `select readers from journal.entry where kind = 'data-hub.subject.looked-at'`,
  )
  expect(entry?.readers).toEqual(['county'])
  const wrong = await hub.call('POST', '/data/looks-at-subject', {
    kind: 'person',
    number: '33119919900101123',
    reason: '本人申请',
  })
  expect(wrong.body.code).toBe('data-hub.subject.number-wrong')
})

test('the catalogue goes out as a workbook or JSON and comes back without loss', async () => {
  const hub = await world.as('zhihui')
  const datasets = [...catalogueAt(services().rules(), world.clock.now().getTime()).datasets.values()]
  const response = await fetch(`${world.url}/api/data/catalogue.xlsx`, { headers: { cookie: hub.cookie } })
  const bytes = Buffer.from(await response.arrayBuffer())
  const read = async (sheet: string) => {
    const reading = await readSheet(bytes, { sheet, text: false })
    return reading.kind === 'sheet' ? reading.sheet.rows : []
  }
  const back = readCatalogueSheets(await read('数据目录'), await read('数据项'))
  expect(back?.data?.datasets).toEqual(JSON.parse(JSON.stringify(datasets)))
  expect((await hub.call('GET', '/data/catalogue.json')).body.datasets).toEqual(JSON.parse(JSON.stringify(datasets)))
  expect(readCatalogueSheets([['别的表']], [])).toBeUndefined()
})

test('the catalogue tells how each department answers, and the record counts by day', async () => {
  const hub = await world.as('zhihui')
  const { body } = await hub.call('GET', '/data/datasets')
  const of = (id: string) => body.datasets.find(({ dataset }: { dataset: string }) => dataset === id)
  expect(of('tenancy-contracts')).toMatchObject({ health: { state: 'well' }, looksToday: 1, sensitivity: 'sensitive' })
  expect(of('veterans')).toMatchObject({ health: { state: 'not-handed-over' } })
  const { days } = (await hub.call('GET', '/data/datasets/tenancy-contracts')).body
  expect([days.length, days.at(-1)]).toMatchObject([30, { day: '2026-03-02', count: { answered: 1 } }])
  expect((await hub.call('GET', '/data/datasets/horoscopes')).body.code).toBe('data-hub.dataset.unknown')
})

test('an official who tried what is not theirs is told of to their head and the hub, once a day, and to nobody else', async () => {
  const clerk = await world.as('gongban')
  const { body: me } = await clerk.call('GET', '/session')
  const who = { jurisdiction: services().jurisdiction, person: me.person as PersonId, post: me.post as PostId }
  const found = await services().database.asSystem(who.jurisdiction, (tx) => findActor(tx, who, world.clock.now()))
  if (found === undefined) throw new Error('the clerk is at work')
  const tried = { subject: 'casework.case/01a00000-0000-7000-8000-000000000001', act: 'view' }
  for (const _ of [1, 2, 3]) await reportRefusal(services(), { actor: found.actor, now: world.clock.now() }, tried)
  await world.derive()
  const seen = async (login: string) => (await (await world.as(login)).call('GET', '/data/refused-access')).body
  for (const login of ['gongzhang', 'zhihui']) {
    expect(await seen(login)).toMatchObject({
      attempts: [{ personName: '公办', post: '经办人', unit: { id: 'gongjijin' }, act: 'view' }],
    })
    const { notices } = (await (await world.as(login)).call('GET', '/notices')).body
    expect(notices[0]).toMatchObject({ kind: 'refused-access.attempted', link: '/data/refused' })
  }
  expect((await seen('zhuzhang')).attempts).toEqual([])
  expect((await seen('gongban')).code).toBe('permission.missing')
  const own = (await clerk.call('GET', '/notices')).body.notices
  expect(own.filter(({ kind }: { kind: string }) => kind === 'refused-access.attempted')).toEqual([])
})
