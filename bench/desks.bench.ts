import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { scenario } from '#scenarios/supervision/scenario.ts'
import { county } from './desks/county.ts'
import { fillYear, type Year } from './desks/fill.ts'
import { measureLooks } from './desks/looks.ts'
import type { Bench, Meter } from './harness.ts'
import { percentile } from './percentile.ts'

const isSmall = process.argv.includes('--small')
const looks = isSmall ? 10 : 50
const year: Year = {
  held: isSmall ? 2000 : process.argv.includes('--million') ? 1_000_000 : 100_000,
  now: new Date('2026-12-01T10:00:00+08:00'),
  openOf: 2,
}

/**
 * The desks of supervision over a year in which a county owed a hundred thousand things (a million with a flag), half of which are open:
 * what a person has to do today, the offices' queue with each of its filters and on later pages, the lists of leader, unit and discipline
 * commission, the rates and their records, and a trial of other limits on all twelve months.
 */
export const bench: Bench = {
  name: 'desks',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-desks-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const world = await testPlatform({ scenarios: [scenario], county, now: year.now })
    try {
      meter.say(`${year.held} obligations of a year are opened and derived from the record …`)
      await fillYear(world, year)
      await measureLooks(meter, world, looks)
      await measureTrial(meter, await world.as('liufang'))
    } finally {
      await world.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
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
  if (tried === 0) throw new Error('nothing was tried')
  const sum = stretches.reduce((all, one) => all + one, 0)
  meter.say(`${tried} obligations were tried`)
  meter.report({ metric: 'trial_of_a_year_s', value: sum / 1000, unit: 's', runs: 1 })
  meter.report({
    metric: 'trial_stretch_p95_ms',
    value: percentile(stretches, 0.95),
    unit: 'ms',
    runs: stretches.length,
  })
}
