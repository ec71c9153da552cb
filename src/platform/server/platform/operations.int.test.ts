import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#platform/server/config/index.ts'
import { openDatabase } from '#platform/server/database/index.ts'
import { openLog } from '#platform/server/log/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Platform } from './assemble.ts'
import { diagnose } from './diagnose.ts'
import { type Running, run } from './start-server.ts'

let world: TestPlatform
const running: Running[] = []
let log = ''

beforeAll(async () => {
  world = await testPlatform({ scenarios: [], now: new Date() })
})

afterAll(async () => {
  for (const each of running) await each.stop()
  await world.close()
})

async function start(serves: boolean, works: boolean, platform: Platform = world.platform): Promise<Running> {
  const config = { ...readConfig({ PORT: '0', XIANQU_METRICS_PORT: '0' }) }
  const lines = openLog('info', {
    write: (line) => {
      log += line
    },
  })
  const started = await run(platform, config, lines, { serves, works })
  running.push(started)
  return started
}

test('servers and workers run beside each other on one database, and each tells its figures', async () => {
  const [one, two, worker] = [await start(true, false), await start(true, false), await start(false, true)]
  expect(worker.url).toBeUndefined()
  const healths = [one, two].map(async ({ url }) => (await fetch(`${url}/api/health`)).json())
  for (const health of await Promise.all(healths)) expect(health).toMatchObject({ status: 'ok', readiness: 'ready' })
  await fetch(`${one.url}/api/greeting`)
  const page = await (await fetch(one.metrics ?? '')).text()
  expect(page).toMatch(/xianqu_http_request_seconds_count\{method="GET",route="\/api\/greeting",status="200"\} 1/)
  expect(page).toMatch(/xianqu_sweep_lag_seconds\{sweep="obligations.climb"\} 0/)
  expect(page).toMatch(/xianqu_sealing_lag_seconds \d/)
})

test('a server whose database is away says that it is not fit, in words and by its status', async () => {
  const database = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nowhere' })
  const server = await start(true, false, {
    ...world.platform,
    database,
    services: { ...world.platform.services, database },
  })
  const health = await fetch(`${server.url}/api/health`)
  expect([health.status, await health.json()]).toMatchObject([503, { status: 'failing', readiness: 'failing' }])
  await database.close()
})

test('a server that stops ends its event streams with a hint when to come back', async () => {
  const server = await start(true, false)
  const { cookie } = await world.as('zhangwei')
  const stream = await fetch(`${server.url}/api/live?topics=plans`, { headers: { cookie } })
  const told = stream.text()
  await server.stop()
  expect(await told).toMatch(/retry: \d+\n\n$/)
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow()
})

test('nothing that people type or are called gets into the log, refused or failed', async () => {
  const server = await start(true, false)
  const say = (path: string, body: object, cookie = '') =>
    fetch(`${server.url}/api${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    })
  await say('/session', { login: 'zhangwei', password: 'Geheim-13900001111' })
  await say('/session', { login: '13900001111', password: 'Geheim-13900001111' })
  const { cookie } = await world.as('huangtao')
  await say('/people', { login: 'zhangwei', name: '赵铁柱', phone: '13900001111' }, cookie)
  await say('/people', { login: 'zhao tie zhu!', name: '赵铁柱' }, cookie)
  await fetch(`${server.url}/api/people?text=${encodeURIComponent('赵铁柱')}`, { headers: { cookie } })
  expect(log).toContain('refused')
  expect(log).not.toMatch(/赵铁柱|zhangwei|zhao tie|Geheim|13900001111|huangtao|xianqu_session/)
})

test('the doctor finds nothing wrong with a platform whose worker runs, but that test databases do without the disk', async () => {
  const findings = await diagnose(world.platform, { data: process.cwd() })
  expect(findings.filter(({ level }) => level === 'wrong').map(({ check }) => check)).toEqual(['durability'])
  expect(findings.map(({ check }) => check)).toContain('sweep plans.advance')
})

test('the doctor says first that the schema is behind the code', async () => {
  const owner = new Client({ connectionString: world.platform.ownerUrl })
  await owner.connect()
  await owner.query(`delete from public.migration where room = 'notices'`)
  await owner.end()
  const [finding, ...others] = await diagnose(world.platform, { data: process.cwd() })
  expect(others).toEqual([])
  expect(finding).toMatchObject({ check: 'migrations', level: 'wrong', zh: expect.stringContaining('xianqu prepare') })
})
