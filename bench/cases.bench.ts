import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type InstantPlace, tellInstantPlace } from '#platform/kernel/instant-place.ts'
import type { Client } from '#platform/testing/route-client.ts'
import type { Crowd, CrowdResult } from './cases/load.worker.ts'
import { layDown } from './cases/many-cases.ts'
import { insertScript } from './cases/rows.ts'
import { openStand, requestOf, type Stand } from './cases/stand.ts'
import { type Bench, type Meter, median, type Peer } from './harness.ts'
import { percentile } from './percentile.ts'

const small = process.argv.includes('--small')
const connections = 32
const runs = 5
const aRun = small ? 100 : 500
const crowd = small ? 500 : 10_000
const few = 10_000
const many = small ? 50_000 : 1_000_000
const reads = 100
const pgbenchSeconds = small ? 2 : 6

/**
 * Submissions over HTTP against pgbench inserting the same rows and nothing else; a crowd of 10,000, each asking twice; then a clerk's
 * queue, a resident's list and a search by number, with 10,000 cases and with a million.
 */
export const bench: Bench = {
  name: 'cases',
  async run(meter) {
    const stand = await openStand()
    try {
      await submissions(meter, stand)
      await asCrowd(meter, stand)
      await reading(meter, stand)
    } finally {
      await stand.close()
    }
  },
}

let order = 0
const requests = (count: number) =>
  Array.from({ length: count }, () => {
    order += 1
    return { key: `k${order}`, body: requestOf(order) }
  })

async function submissions(meter: Meter, stand: Stand): Promise<void> {
  const latencies: number[] = []
  const first = await send(stand, requests(aRun))
  const { script, rows } = await insertScript(stand.test.database, first.answers[0]?.case ?? '')
  meter.report({ metric: 'rows_of_one_count', value: rows, unit: 'count', runs: 1 })
  await meter.measure({
    ...{ metric: 'submissions_per_s', unit: 'per_s', runs, peer: pgbench(stand, script) },
    ours: async () => {
      const result = await send(stand, requests(aRun))
      latencies.push(...result.milliseconds)
      return aRun / result.seconds
    },
  })
  meter.report({ metric: 'submission_p95_ms', value: percentile(latencies, 0.95), unit: 'ms', runs })
}

/** Each of the crowd asks twice; who was acknowledged has one case, which is there. */
async function asCrowd(meter: Meter, stand: Stand): Promise<void> {
  const all = requests(crowd)
  const { seconds, answers } = await send(
    stand,
    [...all, ...all].sort(() => Math.random() - 0.5),
  )
  const cases = Map.groupBy(answers, ({ key }) => key)
  const doubled = [...cases.values()].filter((same) => new Set(same.map((one) => one.case)).size > 1).length
  const ids = [...new Set(answers.map((one) => one.case))]
  const [found] = await stand.test.database.asOwner<{ count: number }>(
    `select count(*)::int as count from casework.case_file c where id = any($1::uuid[])
      and exists (select from journal.entry e where e.stream = 'casework.case/' || c.id and e.kind = 'casework.case.submitted')`,
    [ids],
  )
  const count = (metric: string, value: number) => meter.report({ metric, value, unit: 'count', runs: 1 })
  count('crowd_count', crowd)
  count('crowd_lost_count', crowd - (found?.count ?? 0))
  count('crowd_doubled_count', doubled + ids.length - crowd)
  meter.report({ metric: 'crowd_s', value: seconds, unit: 's', runs: 1 })
  if (found?.count !== crowd || doubled > 0) throw new Error('something was lost or doubled')
}

async function reading(meter: Meter, stand: Stand): Promise<void> {
  const measured = async (cases: number) => {
    const [row] = await stand.test.database.asOwner<{ number: string }>(
      `select number from casework.case_file where taken_by = 'zhengwufuwu' order by number limit 1 offset 4321`,
    )
    const search = `/cases/taken?number=${row?.number.slice(0, 12)}`
    const of = async (metric: string, client: Client, path: string, list: string) => {
      const values = []
      for (let run = 0; run < runs; run += 1) values.push(await p95Of(client, path, list))
      meter.report({ metric: `${metric}_${cases}_p95_ms`, value: median(values), unit: 'ms', runs })
      return median(values)
    }
    return [
      await of('queue', stand.clerk, '/cases/queue', 'steps'),
      await of('queue_deep', stand.clerk, `/cases/queue?after=${await deepPlace(stand)}`, 'steps'),
      await of('resident_list', stand.resident, '/portal/cases', 'cases'),
      await of('search', stand.window, search, 'cases'),
      await of('taken', stand.window, '/cases/taken', 'cases'),
    ]
  }
  meter.say('laying down 10,000 cases …')
  await layDown(stand, 0, few)
  const before = await measured(few)
  meter.say(`laying down ${many} cases …`)
  await layDown(stand, few, many)
  const after = await measured(many)
  const growth = after.map((value, index) => (value / (before[index] ?? value)).toFixed(2))
  meter.say(`against ${few} cases: ${growth.join(', ')} times (queue, deep in it, list, search, taken)`)
}

/** A place half way down the clerk’s queue, as far as anybody ever reads on. */
async function deepPlace(stand: Stand): Promise<string> {
  const [row] = await stand.test.database.asOwner<InstantPlace>(
    `select due_at as at, id from casework.step where unit = 'minzheng' and state = 'open' order by due_at, id
      offset (select count(*) / 2 from casework.step where unit = 'minzheng' and state = 'open') limit 1`,
  )
  if (!row) throw new Error('nobody waits for the clerk')
  return tellInstantPlace(row)
}

async function p95Of(client: Client, path: string, list: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < reads + 5; round += 1) {
    const began = performance.now()
    const { status, body } = await client.call('GET', path)
    if (round >= 5) times.push(performance.now() - began)
    if (status !== 200 || body[list].length === 0) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  }
  return percentile(times, 0.95)
}

async function send({ test, window }: Stand, sends: Crowd['sends']): Promise<CrowdResult> {
  const crowd = { url: test.url, cookie: window.cookie, connections, sends }
  const worker = new Worker(new URL('./cases/load.worker.ts', import.meta.url), { workerData: crowd })
  const result = await new Promise<CrowdResult>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const failed = result.answers.filter(({ status }) => status !== 200)
  if (failed.length > 0) throw new Error(`${failed.length} were not acknowledged: ${failed[0]?.status}`)
  return result
}

function pgbench({ test, folder }: Stand, script: string): Peer {
  const program = ['/usr/lib/postgresql/15/bin/pgbench', '/usr/bin/pgbench'].find((path) => existsSync(path))
  if (program === undefined) return { name: 'pgbench', notRun: 'not installed' }
  const file = join(folder, 'rows.sql')
  writeFileSync(file, script)
  const url = new URL(test.database.ownerUrl)
  const options = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(connections),
    '-j',
    '2',
    '-T',
    String(pgbenchSeconds),
    '-f',
    file,
  ]
  const env = {
    ...{ PGHOST: url.searchParams.get('host') ?? url.hostname, PGPORT: url.searchParams.get('port') ?? url.port },
    ...{ PGUSER: url.username, PGPASSWORD: url.password, PGDATABASE: url.pathname.slice(1) },
  }
  const measure = async () => {
    const run = await promisify(execFile)(program, options, { encoding: 'utf8', env })
    const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1]
    if (tps === undefined) throw new Error(`pgbench: ${run.stderr}`)
    return Number(tps)
  }
  return { name: 'pgbench, bare inserts', measure }
}
