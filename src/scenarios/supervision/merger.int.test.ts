import { afterAll, beforeAll, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { applyPack } from '#platform/server/county/index.ts'
import { testCounty } from '#platform/testing/county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { supervisionCounty } from './fixtures/county.ts'
import { type OpenedMatter, openMatter, submit } from './fixtures/matter.ts'
import { scenario } from './scenario.ts'

/* The water bureau is merged into the building bureau while it owes, leads and is watched. */

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const mergedAt = time('2026-03-05 10:00')

let test: TestPlatform
let offices: Client
let building: Client
let road: OpenedMatter
let river: OpenedMatter
let secret: OpenedMatter

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: supervisionCounty, now: time('2026-03-02 09:00') })
  offices = await test.as('liufang')
  road = await openMatter(offices)
  river = await openMatter(offices, { title: '河道清淤', lead: 'shuili', parts: ['jiaotong'] })
  const confidential = { within: 'units' }
  secret = await openMatter(offices, { title: '水库巡查', lead: 'shuili', parts: [], confidential })
  await merge()
  building = await test.as('yelong')
})
afterAll(() => test.close())

async function merge(): Promise<void> {
  const county = Object.fromEntries(
    Object.entries(supervisionCounty).map(([file, text]) => [
      file,
      text
        .replace(/.*id: shuili,.*\n/, '')
        .replace('shortName: 住建局, kind: bureau, parent: county', '$&, absorbs: [shuili]')
        .replace(/.*login: huyan.*\n/, '')
        .replace('shuili.clerk', 'zhujian.clerk'),
    ]),
  )
  unwrap(await applyPack(test.database, testCounty(county), mergedAt))
  await test.passTo(time('2026-03-05 10:01'))
}

const duty = async (who: Client, id: string) => (await who.call('GET', `/duties/${id}`)).body

it('what the unit owed goes to its successor as of the merger, visibly, with clock and rung as they were', async () => {
  const [part = ''] = road.parts
  const moved = await duty(building, part)
  expect(moved).toMatchObject({
    ...{ debtor: { organisation: 'zhujian', person: null }, state: 'open', level: 0 },
    remaining: { dueAt: '2026-03-13T09:00:00.000Z' },
  })
  expect(moved.trail[0]).toMatchObject({ at: mergedAt.toISOString(), by: '' })
  expect(moved.trail[0].sentence).toBe('水利局已并入其他单位，由住建局承办、交通局牵头，时限和督办级别不变')
  expect((await building.call('GET', '/desk/unit')).body.total).toBe(3)
})

it('what the unit led is led and accepted by its successor', async () => {
  const [part = ''] = river.parts
  expect((await submit(await test.as('lixiaoyan'), part)).status).toBe(200)
  expect((await building.call('GET', '/desk/unit/to-accept')).body.total).toBe(1)
  expect((await building.call('POST', `/duties/${part}/acceptance`, {})).status).toBe(200)
  expect((await submit(building, river.lead)).status).toBe(200)
})

it('what was confidential is so to the successor, and to nobody else', async () => {
  expect((await duty(building, secret.lead)).debtor.organisation).toBe('zhujian')
  const others = await Promise.all(['zhoumin', 'chenshumin'].map((who) => test.as(who)))
  for (const who of others) expect((await duty(who, secret.lead)).code).toBe('record.unknown')
})

it('who was told of it before finds the notices in the new unit', async () => {
  await test.derive()
  const inbox = (await building.call('GET', '/notices')).body.notices.map(({ zh }: { zh: string }) => zh)
  expect(inbox.filter((zh: string) => zh.includes('河道清淤')).length).toBeGreaterThanOrEqual(2)
})

it('climbs from the successor on, holds the lead’s rung, and counts there; a second sweep moves nothing', async () => {
  await test.passTo(time('2026-03-16 09:00'))
  const late = await duty(building, secret.lead)
  expect(late).toMatchObject({ level: 1, passings: [{ at: '2026-03-13T09:00:00.001Z', holder: '住建局' }] })
  const count = `select count(*)::int as n from journal.entry where kind = 'obligations.obligation.reassigned'`
  expect(await test.database.asOwner<{ n: number }>(count)).toEqual([{ n: 4 }])
  await test.derive()
  const { units } = (await offices.call('GET', '/supervision-rates?from=2026-03&to=2026-03')).body
  expect(units.map(({ unit }: { unit: string }) => unit).toSorted()).toEqual(['jiaotong', 'zhujian'])
})

it('nothing new is given to a unit that is gone', async () => {
  await expect(openMatter(offices, { lead: 'shuili', parts: [], dueAt: '2026-04-10T17:00:00+08:00' })).rejects.toThrow(
    'supervision.matter.unit-unknown',
  )
})
