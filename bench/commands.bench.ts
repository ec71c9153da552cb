import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { startJournal } from '#platform/server/journal/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'
import { startProject } from '#scenarios/projects/fixtures/project.ts'
import { scenario } from '#scenarios/projects/scenario.ts'
import type { Load, LoadResult } from './commands/load.worker.ts'
import { writesScript } from './commands/pgbench-script.ts'
import type { Bench, Meter, Peer } from './harness.ts'

const people = 16
const nodesEach = 40
const seconds = 6
const runs = 5

/** Reporting progress over HTTP, the seal on, against pgbench doing the same writes at the same concurrency and durability. */
export const bench: Bench = {
  name: 'commands',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-commands-'))
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const test = await testPlatform({
      scenarios: [scenario],
      county: crowdedCounty,
      now: new Date('2026-03-02T09:00:00+08:00'),
    })
    try {
      await measure(meter, test, folder)
    } finally {
      await test.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const logins = Array.from({ length: people }, (_, index) => `clerk${String(index).padStart(2, '0')}`)

/** As many clerks as there are connections, each with nodes of their own. */
const crowdedCounty = {
  ...projectsCounty,
  'posts/all.yaml': (projectsCounty['posts/all.yaml'] ?? '').replace('seats: 9', 'seats: 99'),
  'demo/staff.yaml': `seed: 1
people:
  - { login: wangjianguo, name: 王建国, posts: [fagai.director] }
${logins.map((login, index) => `  - { login: ${login}, name: 张${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[index]}, posts: [jiaotong.clerk] }`).join('\n')}
`,
}

async function measure(meter: Meter, test: TestPlatform, folder: string): Promise<void> {
  meter.say('signing in, importing a plan …')
  const lead = await test.as('wangjianguo')
  const rows = logins.flatMap((_, person) =>
    Array.from({ length: nodesEach }, (_, node) => {
      const name = `张${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[person]}`
      return `${person * nodesEach + node + 1},节点${node},交通局,${name},2026-03-02,2026-12-31,,照片`
    }),
  )
  const { nodes } = await startProject(lead, rows)
  const clients = await Promise.all(logins.map((login) => test.as(login)))
  const lanes = clients.map(({ cookie }, person) => ({
    cookie,
    nodes: Array.from({ length: nodesEach }, (_, node) => nodes[String(person * nodesEach + node + 1)] ?? ''),
  }))
  const { services, signer } = test.platform
  const journal = startJournal({
    ...{ database: services.database, jurisdictions: [services.jurisdiction], clock: services.clock, signer },
    onError: (error) => meter.say(String(error)),
  })
  const latencies: number[][] = []
  const peer = pgbench(
    test,
    folder,
    lanes.flatMap((lane) => lane.nodes),
  )
  await load({ url: test.url, lanes, seconds: 2 })
  await meter.measure({
    ...{ metric: 'reports_per_s', unit: 'per_s', runs, peer },
    ours: async () => {
      const result = await load({ url: test.url, lanes, seconds })
      if (result.failed > 0) throw new Error(`${result.failed} reports failed: ${result.statuses}`)
      latencies.push(result.milliseconds)
      return result.milliseconds.length / seconds
    },
  })
  await journal.stop()
  const sorted = latencies.flat().sort((a, b) => a - b)
  const share = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN
  meter.report({ metric: 'report_p50_ms', value: share(0.5), unit: 'ms', runs })
  meter.report({ metric: 'report_p99_ms', value: share(0.99), unit: 'ms', runs })
}

function load(workerData: Load): Promise<LoadResult> {
  const worker = new Worker(new URL('./commands/load.worker.ts', import.meta.url), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function pgbench(test: TestPlatform, folder: string, nodes: readonly string[]): Peer {
  const program = ['/usr/lib/postgresql/15/bin/pgbench', '/usr/bin/pgbench'].find((path) => existsSync(path))
  if (program === undefined) return { name: 'pgbench', notRun: 'not installed' }
  const script = join(folder, 'writes.sql')
  writeFileSync(script, writesScript)
  const url = new URL(test.database.appUrl)
  const measurePeer = async () => {
    await test.database.asOwner('create table if not exists public.bench_node (n serial, id uuid, version int)')
    await test.database.asOwner('grant all on public.bench_node to xianqu_app')
    await test.database.asOwner('truncate public.bench_node restart identity')
    await test.database.asOwner('insert into public.bench_node (id) select unnest($1::uuid[])', [nodes])
    const run = await promisify(execFile)(
      program,
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(people),
        '-j',
        '2',
        '-T',
        String(seconds),
        '-D',
        `nodes=${nodes.length}`,
        '-f',
        script,
      ],
      {
        encoding: 'utf8',
        env: {
          PGHOST: url.searchParams.get('host') ?? url.hostname,
          PGPORT: url.searchParams.get('port') ?? url.port,
          PGUSER: url.username,
          PGPASSWORD: url.password,
          PGDATABASE: url.pathname.slice(1),
        },
      },
    )
    const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1]
    if (tps === undefined) throw new Error(`pgbench: ${run.stderr}`)
    return Number(tps)
  }
  return { name: 'pgbench', measure: measurePeer }
}
