import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'
import { scenario } from '#scenarios/projects/scenario.ts'
import { fillCounty, manyUnits, peerFigures } from './cockpit/county-hundredfold.ts'
import type { Bench, Meter } from './harness.ts'

const looks = 60
const runs = 5
/** A county a hundred times as large as the one published: `BENCH_SCALE` makes a quick look smaller. */
const scale = Number(process.env.BENCH_SCALE ?? 100)

/**
 * The whole cockpit over HTTP, as the wall asks for it, at a hundred times the county's scale: rollups kept by the projection's own
 * statements from things and entries laid down in the database. The peer counts the same figures from raw rows, in one statement.
 */
export const bench: Bench = {
  name: 'cockpit',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-cockpit-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const test = await testPlatform({
      scenarios: [scenario],
      county: county,
      now: new Date('2026-11-20T10:00:00+08:00'),
    })
    try {
      await measure(meter, test)
    } finally {
      await test.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const county = {
  ...projectsCounty,
  'organisations/all.yaml': (projectsCounty['organisations/all.yaml'] ?? '') + manyUnits,
}

async function measure(meter: Meter, test: TestPlatform): Promise<void> {
  meter.say(`laying down ${Math.round(3419 * scale)} nodes of ${Math.round(213 * scale)} projects …`)
  await fillCounty(test, scale)
  const leader = await test.as('chenshumin')
  await look(leader)
  const times: number[] = []
  await meter.measure({
    ...{ metric: 'p95_ms', unit: 'ms', runs },
    ours: async () => {
      const own: number[] = []
      for (let n = 0; n < looks; n += 1) own.push(await look(leader))
      times.push(...own)
      return share(own, 0.95)
    },
    peer: { name: 'counting raw rows in one statement', measure: () => peerFigures(test) },
  })
  meter.report({ metric: 'p50_ms', value: share(times, 0.5), unit: 'ms', runs })
}

/** Asks for the cockpit once; milliseconds. */
async function look(client: Client): Promise<number> {
  const began = performance.now()
  const answer = await client.call('GET', '/cockpit?view=hall')
  if (answer.status !== 200) throw new Error(`the cockpit answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return performance.now() - began
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
