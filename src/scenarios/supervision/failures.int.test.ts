import { afterAll, beforeAll, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { applyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import { listStories } from '#platform/server/journal/index.ts'
import { findObligation, obligationStream } from '#platform/server/obligations/index.ts'
import { sweepAll, sweepsOf } from '#platform/server/platform/index.ts'
import { testCounty } from '#platform/testing/county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { supervisionCounty } from './fixtures/county.ts'
import { openMatter } from './fixtures/matter.ts'
import { scenario } from './scenario.ts'
import { dutyObligation, dutyStream } from './server/streams.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

let test: TestPlatform

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: supervisionCounty, now: time('2026-03-02 09:00') })
})
afterAll(() => test.close())

const give = async (changes: Record<string, unknown> = {}) =>
  (await openMatter(await test.as('liufang'), { parts: [], ...changes })).lead

/** When each rung was reached, as the record has it. */
async function passings(duty: string): Promise<string[]> {
  const { jurisdiction } = test.platform.services
  return test.database.asSystem(jurisdiction, async (tx) => {
    const row = await findObligation(tx, jurisdiction, { subject: dutyStream(duty), kind: dutyObligation })
    const entries = await listStories(tx, jurisdiction, [obligationStream(row?.id ?? '')], row?.told)
    const climbed = entries.filter(({ kind }) => kind === 'obligations.obligation.climbed')
    return climbed.map(({ at, payload }) => `${String(payload?.level)} ${at.toISOString()}`)
  })
}

it('clocks that jump forward and back record each rung once, at its computed instant', async () => {
  test.clock.set(time('2026-03-02 09:00'))
  const duty = await give()
  const jumps = ['2026-03-01 00:00', '2026-03-16 12:00', '2026-03-03 08:00', '2027-01-01 00:00', '2026-03-18 09:00']
  for (const jump of jumps) await Promise.all([test.passTo(time(jump)), test.passTo(time(jump))])
  expect(await passings(duty)).toEqual([
    '1 2026-03-13T09:00:00.001Z',
    '2 2026-03-17T09:00:00.001Z',
    '3 2026-03-20T09:00:00.001Z',
  ])
})

it('a calendar that changes after deadlines were set moves the rungs to come, earlier as well as later, and none of the past', async () => {
  test.clock.set(time('2026-03-02 09:00'))
  const duty = await give()
  await test.passTo(time('2026-03-13 18:00'))
  expect(await passings(duty)).toEqual(['1 2026-03-13T09:00:00.001Z'])
  const extraDays = [
    'extraDays:',
    "  - { date: '2026-03-14', kind: workday, name: 调休, source: 测试 }",
    "  - { date: '2026-03-18', kind: holiday, name: 停工, source: 测试 }",
  ].join('\n')
  const county = { ...supervisionCounty }
  county['calendar.yaml'] = (county['calendar.yaml'] ?? '').replace('extraDays: []', extraDays)
  const { services, scenarios } = { ...test.platform, scenarios: [scenario] }
  unwrap(await applyPack(test.database, testCounty(county), time('2026-03-13 18:00')))
  const rules = await readCountyRules(test.database, services.jurisdiction)
  const anew = { ...services, rules: () => rules }
  const sweepUntil = (until: string) => sweepAll(sweepsOf(anew, scenarios), time(until))
  await sweepUntil('2026-03-16 17:01')
  const earlier = ['1 2026-03-13T09:00:00.001Z', '2 2026-03-16T09:00:00.001Z']
  expect(await passings(duty)).toEqual(earlier)
  await sweepUntil('2026-03-19 17:01')
  expect(await passings(duty)).toEqual(earlier)
  await sweepUntil('2026-03-20 17:01')
  expect(await passings(duty)).toEqual([...earlier, '3 2026-03-20T09:00:00.001Z'])
})

it('a hundred duties that are owed by the same minute climb together, swept by four at once, none missed and none twice', async () => {
  test.clock.set(time('2026-04-01 09:00'))
  const dueAt = '2026-04-10T17:00:00+08:00'
  const duties: string[] = []
  for (let index = 0; index < 100; index += 1) duties.push(await give({ dueAt, title: `同时到期 ${index}` }))
  const sweeps = sweepsOf(test.platform.services, [scenario])
  const at = time('2026-04-10 17:00')
  const late = new Date(at.getTime() + 1)
  test.clock.set(late)
  await Promise.all([1, 2, 3, 4].map(() => sweepAll(sweeps, late)))
  for (const duty of duties) expect(await passings(duty)).toEqual([`1 ${late.toISOString()}`])
})
