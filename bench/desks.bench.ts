import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '#platform/kernel/result.ts'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import {
  acceptAnswer,
  applyRule,
  type ObligationRules,
  obligationOf,
  openObligation,
  recordOwed,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { supervisionCounty } from '#scenarios/supervision/fixtures/county.ts'
import { scenario } from '#scenarios/supervision/scenario.ts'
import type { Bench, Meter } from './harness.ts'
import { percentile } from './percentile.ts'

const held = process.argv.includes('--small') ? 2000 : 100_000
const atOnce = 1000
const looks = process.argv.includes('--small') ? 10 : 50
const now = new Date('2026-12-01T10:00:00+08:00')
const day = 86_400_000
/** One in so many stays open. */
const openOf = 20
const units = ['jiaotong', 'shuili', 'zhujian']

/**
 * The desks of supervision over a year in which a county owed a hundred thousand things, one in twenty of which nobody answered: what a
 * person has to do today, the offices' queue, the rates, and a trial of other limits on all twelve months.
 */
export const bench: Bench = {
  name: 'desks',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-desks-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const world = await testPlatform({ scenarios: [scenario], county: supervisionCounty, now })
    try {
      meter.say(`${held} obligations of a year are opened and derived from the record …`)
      for (let made = 0; made < held; made += atOnce) {
        await openMore(world, made)
        await world.seal()
      }
      await world.passTo(now)
      await world.derive()
      await world.database.asOwner('vacuum analyze')
      await measureLooks(meter, await world.as('lixiaoyan'), await world.as('liufang'))
      await measureTrial(meter, await world.as('liufang'))
    } finally {
      await world.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Opens obligations of all days of the year; all but a few are answered in time, and taken. */
async function openMore({ platform, database }: TestPlatform, from: number): Promise<void> {
  const { jurisdiction, rules } = platform.services
  const owed = Array.from({ length: atOnce }, (_, index) => {
    const number = from + index
    const openedAt = now.getTime() - 350 * day + Math.floor((number / held) * 360) * day
    const dueAt = openedAt + 10 * day
    const under: ObligationRules = { calendar: rules().calendar, ladder: rules().ladderAt('standard', openedAt) }
    const opening = {
      ...{
        kind: 'bench',
        subject: `bench.thing/${number}`,
        title: `事项 ${number}`,
        lead: 'jiaotong',
        dueAt,
        readers: null,
      },
      debtor: { organisation: units[number % 3] ?? '', person: null },
    }
    const opened = openObligation(under, opening, openedAt)
    if (number % openOf === 0 || dueAt > now.getTime()) return opened
    const submitted = unwrap(
      applyRule(opened, under.ladder, submitAnswer(under, obligationOf(opened.row), {}, openedAt + 5 * day)),
    )
    return unwrap(
      applyRule(
        submitted,
        under.ladder,
        acceptAnswer(obligationOf(submitted.row), { by: 'bench' }, openedAt + 6 * day),
      ),
    )
  })
  await database.asSystem(jurisdiction, async (tx) => {
    const recorded = { jurisdiction, actor: { system: 'bench' }, recordedAt: now }
    const { calendar } = rules()
    const ladderOf = (row: { ladder: string; ladder_version: string }) => rules().ladder(row.ladder, row.ladder_version)
    const { writes, entries } = recordOwed(recorded, (row) => ({ calendar, ladder: ladderOf(row) }), owed)
    await Promise.all([...writes, appendStatement(entries)].map((one) => tx.prepared(one.name, one.text, one.values)))
  })
}

async function measureLooks(meter: Meter, clerk: Client, offices: Client): Promise<void> {
  const pages: readonly (readonly [string, Client, string])[] = [
    ['today', clerk, '/day'],
    ['queue', offices, '/desk/queue?limit=200'],
    ['rates', offices, '/supervision-rates?from=2026-01&to=2026-12'],
    ['rate_records', offices, '/supervision-rates/records?from=2026-01&to=2026-12&of=passedUp'],
  ]
  for (const [name, who, path] of pages) {
    const times: number[] = []
    for (let look = 0; look < looks; look += 1) {
      const started = performance.now()
      const { status, body } = await who.call('GET', path)
      times.push(performance.now() - started)
      if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
    }
    meter.report({ metric: `${name}_p95_ms`, value: percentile(times, 0.95), unit: 'ms', runs: looks })
  }
}

/** A trial as the page makes it: a stretch after the other until all are tried. */
async function measureTrial(meter: Meter, offices: Client): Promise<void> {
  const levels = [
    { name: '一级督办', limit: { workingDays: 1 } },
    { name: '二级督办', limit: { workingDays: 2 } },
    { name: '三级督办', limit: null },
  ]
  const stretches: number[] = []
  let tried = 0
  for (let after: string | null | undefined; after !== null; ) {
    const started = performance.now()
    const { status, body } = await offices.call('POST', '/ladder-trials', {
      ladder: 'standard',
      levels,
      ...(after && { after }),
    })
    stretches.push(performance.now() - started)
    if (status !== 200) throw new Error(JSON.stringify(body))
    tried += body.tried
    after = body.next
  }
  if (tried !== held) throw new Error(`${tried} of ${held} were tried`)
  const sum = stretches.reduce((all, one) => all + one, 0)
  meter.report({ metric: 'trial_of_a_year_s', value: sum / 1000, unit: 's', runs: 1 })
  meter.report({
    metric: 'trial_stretch_p95_ms',
    value: percentile(stretches, 0.95),
    unit: 'ms',
    runs: stretches.length,
  })
}
