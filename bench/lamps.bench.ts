import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { advance, type NodeRow, nodeColumns, nodeOf, nodeSweep } from '#platform/server/plans/index.ts'
import { sweepAll } from '#platform/server/platform/index.ts'
import { testServiceParts } from '#platform/testing/service-parts.ts'
import type { Bench, Meter } from './harness.ts'
import { firstMorning, jurisdiction, type Stand, setUp } from './lamps/stand.ts'

/** The county's nodes, and a hundred times as many. */
const sizes = [3419, 341_900]
const days = 86_400_000

/**
 * Lamps of all nodes anew: the rule alone, in working time, and through the sweep that also writes the record. Beside it PostgreSQL doing
 * the naive thing, shares of calendar days and no record: a query for the rule, one UPDATE for the sweep.
 */
export const bench: Bench = {
  name: 'lamps',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-lamps-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    try {
      for (const size of sizes) await measure(meter, size, join(folder, 'files'))
    } finally {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function measure(meter: Meter, size: number, files: string): Promise<void> {
  meter.say(`setting up ${size} nodes …`)
  const stand = await setUp(size)
  await stand.reset()
  const isLarge = size > 10_000
  await measureRule(meter, stand, isLarge ? 2 : 5)
  await measureSweep(meter, stand, files, isLarge ? 1 : 5)
  await stand.database.close()
}

/** What a node is at noon of its eighth day, from what it was in its first morning. */
async function measureRule(meter: Meter, { database, rules, nodes }: Stand, runs: number): Promise<void> {
  const rows = await database.asOwner<NodeRow>(`select ${nodeColumns} from plans.node n`)
  const before = rows.map(nodeOf)
  const lit = { calendar: rules.calendar, lamp: rules.lampRule('five-lamps') }
  let turn = 0
  await meter.measure({
    ...{ metric: `rule_${nodes}_nodes_per_s`, unit: 'per_s', runs },
    ours: async () => {
      turn += 1
      const now = firstMorning + 8 * days + turn * 60_000
      return perSecond(nodes, () => {
        for (const node of before) advance(lit, node, now)
      })
    },
    peer: {
      name: 'PostgreSQL, shares of calendar days',
      measure: () =>
        perSecond(nodes, () =>
          database.asOwner(`select count(*) filter (where ${isBehind}) from plans.node`, [noon()]),
        ),
    },
  })
}

async function measureSweep(meter: Meter, stand: Stand, files: string, runs: number): Promise<void> {
  const { database, rules, nodes } = stand
  const clock = { now: () => new Date(firstMorning + 8 * days) }
  const services = {
    jurisdiction,
    database,
    clock,
    files: openFileFolder(files),
    rules: () => rules,
    pageOf: () => '/',
    ...testServiceParts(),
  }
  await meter.measure({
    ...{ metric: `sweep_${nodes}_nodes_per_s`, unit: 'per_s', runs },
    ours: async () => {
      await stand.reset()
      return perSecond(nodes, () => sweepAll([nodeSweep(services)], clock.now()))
    },
    peer: {
      name: 'PostgreSQL, one UPDATE by shares of calendar days, no record',
      measure: async () => {
        await stand.reset()
        return perSecond(nodes, () =>
          database.asOwner(
            `update plans.node set lamp = case when ${isBehind} then 'red' else 'green' end, lamp_since = $1, changed_at = $1,
              next_due_at = deadline, version = version + 1 where next_due_at <= $1`,
            [noon()],
          ),
        )
      },
    },
  })
}

const isBehind = `$1::timestamptz > deadline
  or extract(epoch from $1 - planned_start) / extract(epoch from deadline - planned_start) - progress / 100.0 >= 0.25`

function noon(): Date {
  return new Date(firstMorning + 8 * days)
}

async function perSecond(nodes: number, work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return nodes / ((performance.now() - began) / 1000)
}
