import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench } from './harness.ts'
import { findInRecord, readVerified } from './kills/found.ts'
import { startLoad } from './kills/load.ts'
import { type Killable, killable, openSite, type Site } from './kills/site.ts'

const kills = optionOf('kills') ?? 40
/** No more kills after so long: the figures tell how many there were. */
const minutes = optionOf('minutes') ?? Number.POSITIVE_INFINITY
const saySometimes = 50
/** So many commands at least are acknowledged between two kills: who kills only what is down tries nothing. */
const betweenKills = 10

/**
 * The long form of the crash test: `npm run bench -- kills --kills=1000 [--minutes=60]`. Server, second server, worker and PostgreSQL are killed
 * in turn by chance while people report, matters are opened and their deadlines pass; then the record is verified and searched for
 * everything that was acknowledged. Breaks where anything is lost, doubled or told at another instant.
 */
export const bench: Bench = {
  name: 'kills',
  async run(meter) {
    const data = mkdtempSync(join(tmpdir(), 'xianqu-bench-kills-'))
    const started = performance.now()
    const site = await openSite(data)
    try {
      const load = await startLoad(site)
      const killed = new Map(killable.map((what) => [what, 0]))
      const until = performance.now() + minutes * 60_000
      for (let kill = 1; kill <= kills && performance.now() < until; kill += 1) {
        const what = await pickStanding(site, load.acknowledged)
        site.kill(what)
        killed.set(what, (killed.get(what) ?? 0) + 1)
        if (kill % saySometimes === 0) meter.say(`${kill} of ${kills} kills, ${load.acknowledged()} acknowledged`)
      }
      const acknowledged = await load.stop()
      await site.settle()
      const found = findInRecord(await readVerified(site), acknowledged)
      const count = (metric: string, value: number) => meter.report({ metric, value, unit: 'count', runs: 1 })
      for (const [what, times] of killed) count(`killed_${what}_count`, times)
      count('acknowledged_count', acknowledged.reports.length + acknowledged.matters.length)
      count('found_count', found.found)
      count('lost_count', found.lost.length)
      count('doubled_count', found.doubled.length)
      count('deadlines_passed_count', found.passed)
      count('deadlines_missed_or_doubled_count', found.mistimed.length)
      count('entries_verified_count', found.entries)
      meter.report({ metric: 'whole_s', value: (performance.now() - started) / 1000, unit: 's', runs: 1 })
      const wrong = [...found.lost, ...found.doubled, ...found.mistimed]
      if (wrong.length > 0) throw new Error(`not as acknowledged: ${wrong.slice(0, 10).join(', ')}`)
    } finally {
      await site.close()
      rmSync(data, { recursive: true, force: true })
    }
  },
}

function optionOf(name: string): number | undefined {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`))
  return given === undefined ? undefined : Number(given.split('=')[1])
}

/** One by chance of those that are up, at a moment by chance while commands are being acknowledged. */
async function pickStanding(site: Site, acknowledged: () => number): Promise<Killable> {
  for (const before = acknowledged(); ; ) {
    await sleep(randomInt(20, 200))
    const standing = site.standing()
    if (acknowledged() - before >= betweenKills && standing.length > 0)
      return standing[randomInt(standing.length)] ?? 'postgres'
  }
}
