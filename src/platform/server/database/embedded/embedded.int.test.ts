import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { until } from '#platform/server/process/index.ts'
import { type EmbeddedPostgres, findEmbedded, startEmbedded } from './index.ts'

let folder: string
const running: EmbeddedPostgres[] = []

/** One data folder for all: making a cluster takes seconds, and each test leaves it stopped. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xianqu-embedded-'))
})

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a stopped server is started again with all that was committed', async () => {
  const first = await start()
  await ask(first, 'create table kept (name text)')
  await ask(first, `insert into kept values ('𬭎')`)
  await first.stop()
  expect(await ask(await start(), 'select name from kept')).toEqual([{ name: '𬭎' }])
})

test('Chinese sorts by pinyin', async () => {
  const postgres = await start()
  const sorted = await ask(
    postgres,
    `select name from (values ('遂昌'), ('龙游'), ('庆元'), ('缙云')) v (name) order by name`,
  )
  expect(sorted.map(({ name }) => name)).toEqual(['缙云', '龙游', '庆元', '遂昌'])
})

test('trigram search finds Chinese', async () => {
  const postgres = await start()
  await ask(postgres, 'create extension pg_trgm')
  expect(await ask(postgres, `select cardinality(show_trgm('妙高街道')) > 0 as found`)).toEqual([{ found: true }])
})

test('a second start on the same data is refused in both languages and harms nothing', async () => {
  const postgres = await start()
  const refusal = startEmbedded({ folder, log: ignore, durable: false })
  await expect(refusal).rejects.toThrow(/数据文件夹.*正被另一个[\s\S]*is in use by another Xianqu/)
  expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
}, 15_000)

test('a start after a killed one stops the server left behind and takes over its data', async () => {
  const { child, ownerUrl } = await startInAnotherProcess()
  await ask({ ownerUrl }, 'create table outlived ()')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(findEmbedded(folder)).toBe(ownerUrl)
  expect(await ask(await start(), `select to_regclass('outlived') is not null as kept`)).toEqual([{ kept: true }])
})

test('a server that is killed is launched again', async () => {
  const postgres = await start()
  const killed = serverProcess()
  process.kill(killed, 'SIGKILL')
  expect(await until(() => findEmbedded(folder) !== undefined && serverProcess() !== killed, 10_000)).toBe(true)
  expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a pid file whose number is now another process does not keep the server from starting', async () => {
  const first = await start()
  const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid')
  const text = readFileSync(pidFile, 'utf8')
  await first.stop()
  writeFileSync(pidFile, text.replace(/^\d+/, String(process.pid)))
  expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('what a crash in the middle of the first start left behind is removed', async () => {
  const unfinished = join(folder, 'postgres', 'cluster.new-1')
  const first = await start()
  await first.stop()
  rmSync(join(folder, 'postgres', 'cluster'), { recursive: true })
  mkdirSync(unfinished)
  await start()
  expect(readdirSync(join(folder, 'postgres'))).not.toContain('cluster.new-1')
})

test('the owner’s password is for us alone', async () => {
  await start()
  expect(statSync(join(folder, 'secrets', 'postgres-password')).mode & 0o077).toBe(0)
})

test('a stopped server leaves no socket and no process', async () => {
  const postgres = await start()
  await postgres.stop()
  expect(findEmbedded(folder)).toBeUndefined()
  expect(existsSync(join(folder, 'postgres', 'socket', '.s.PGSQL.5432'))).toBe(false)
})

test('a data folder that cannot be made is refused with the remedy', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const refusal = startEmbedded({ folder: join(file, 'data'), log: ignore })
  await expect(refusal).rejects.toThrow(/XIANQU_DATA/)
})

function ignore(): void {}

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ folder, log: ignore, durable: false, connections: 10 })
  const once = { ...postgres, stop: () => stopOnce(once, postgres) }
  running.push(once)
  return once
}

async function stopOnce(listed: EmbeddedPostgres, postgres: EmbeddedPostgres): Promise<void> {
  const index = running.indexOf(listed)
  if (index >= 0) running.splice(index, 1)
  await postgres.stop()
}

async function ask({ ownerUrl }: Pick<EmbeddedPostgres, 'ownerUrl'>, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function startInAnotherProcess(): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
    const { ownerUrl } = await startEmbedded({ folder: ${JSON.stringify(folder)}, log: () => {}, durable: false })
    console.log(ownerUrl)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  return { child, ownerUrl: String(line).trim() }
}

function serverProcess(): number {
  try {
    return Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}
