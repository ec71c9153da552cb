import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import type { Bench, Meter } from './harness.ts'
import { percentile } from './percentile.ts'
import { graphileWorker } from './sweep/graphile-worker.ts'
import { pgBoss } from './sweep/pg-boss.ts'
import { openStand, type Stand } from './sweep/stand.ts'

const held = process.argv.includes('--small') ? 20_000 : process.argv.includes('--ten-million') ? 10_000_000 : 1_000_000
const due = Math.min(20_000, held / 10)
const runs = 3
const polls = 500

/**
 * Late obligations climb, with their entries in the record, while a million wait; beside it two job queues that hold as many timed jobs on
 * the same durable PostgreSQL and do nothing with those that are due.
 */
export const bench: Bench = {
  name: 'sweep',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-sweep-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const stand = await openStand(join(folder, 'files'))
    try {
      meter.say(`${held} obligations are open …`)
      await stand.fill(held)
      await measureIdle(meter, stand)
      for (const peer of [graphileWorker, pgBoss]) {
        const queue = await peer.open(stand.database.ownerUrl, held)
        await meter.measure({
          ...{ metric: `climbs_beside_${peer.slug}_per_s`, unit: 'per_s' as const, runs },
          ours: () => stand.climbsPerSecond(due),
          peer: { name: peer.name, measure: () => queue.perSecond(due) },
        })
        await queue.close()
      }
    } finally {
      await stand.database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
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
