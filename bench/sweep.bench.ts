import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import type { Bench, Meter } from './harness.ts'
import { percentile } from './percentile.ts'
import { graphileWorker } from './sweep/graphile-worker.ts'
import type { Peer } from './sweep/peer.ts'
import { pgBoss } from './sweep/pg-boss.ts'
import { type Deadlines, openStand, type Stand } from './sweep/stand.ts'

const held = process.argv.includes('--small') ? 20_000 : process.argv.includes('--ten-million') ? 10_000_000 : 1_000_000
const due = Math.min(100_000, held / 10)
/** Jobs that each climb by themselves are slow. */
const dueByJobs = Math.min(4000, held / 10)
const atOneMinute = Math.min(100_000, held)
const runs = 3
const polls = 500

/**
 * Late obligations climb, with their passings in the record, while a million wait; beside it two job queues that hold as many timed jobs
 * on the same durable PostgreSQL. Against each queue in its best way of batches: with jobs that do nothing, obligations falling due
 * together at the ends of days, or each at an instant of its own; and with jobs that do the climbing, by the same code.
 */
export const bench: Bench = {
  name: 'sweep',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-sweep-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const stand = await openStand()
    try {
      meter.say(`${held} obligations are open …`)
      await stand.fill(held)
      await measureIdle(meter, stand)
      await measureOneMinute(meter, stand)
      for (const peer of [graphileWorker, pgBoss]) await measureBeside(meter, stand, peer)
    } finally {
      await stand.database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function measureBeside(meter: Meter, stand: Stand, peer: Peer): Promise<void> {
  const queue = await peer.open(stand.database.ownerUrl, held)
  const beside = (metric: string, deadlines: Deadlines, name: string, measurePeer: () => Promise<number>) =>
    meter.measure({
      ...{ metric: `${metric}_beside_${peer.slug}_per_s`, unit: 'per_s' as const, runs },
      ours: () => stand.climbsPerSecond(due, deadlines),
      peer: { name: `${peer.name}, ${name}`, measure: measurePeer },
    })
  await beside('climbs_together', 'together', 'jobs that do nothing', () => queue.perSecond(due))
  await beside('climbs_apart', 'apart', 'jobs that do nothing', () => queue.perSecond(due))
  await beside('climbs_apart_as_jobs', 'apart', 'jobs that climb', async () => {
    await stand.fallDue(dueByJobs)
    return queue.perSecond(dueByJobs, stand.climb)
  })
  await queue.close()
}

/** All that fall due at one minute, until the last has climbed: none missed, none twice. */
async function measureOneMinute(meter: Meter, stand: Stand): Promise<void> {
  const perSecond = await stand.climbsPerSecond(atOneMinute, 'one-minute')
  meter.report({ metric: `${atOneMinute}_due_at_one_minute_s`, value: atOneMinute / perSecond, unit: 's', runs: 1 })
}

/** A look at a time when nothing is due. */
async function measureIdle(meter: Meter, stand: Stand): Promise<void> {
  const times: number[] = []
  for (let turn = 0; turn < polls; turn += 1) {
    const started = performance.now()
    await stand.poll()
    times.push(performance.now() - started)
  }
  meter.report({ metric: 'idle_poll_p99_ms', value: percentile(times, 0.99), unit: 'ms', runs: polls })
}
