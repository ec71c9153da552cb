import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { until } from '#platform/server/process/index.ts'
import { openClient } from '#platform/testing/route-client.ts'
import { root, runToEnd, startPlatform } from './platform.ts'

/* Two servers and two workers as processes of their own on one database, as a county with several machines runs them. */

const patienceMs = 120_000
const data = mkdtempSync(join(tmpdir(), 'xianqu-processes-'))
const base = mkdtempSync(join(tmpdir(), 'xianqu-processes-pg-'))
const running: Half[] = []
let postgres: Awaited<ReturnType<typeof startEmbedded>>
let env: Record<string, string>

/** A process that serves or works, with all that it has printed. */
type Half = { readonly child: ChildProcess; readonly url: string; output(): string }

beforeAll(async () => {
  postgres = await startEmbedded({ folder: base, log: () => undefined })
  env = { DATABASE_URL: postgres.ownerUrl }
  const first = await startPlatform({ data, env })
  expect(await first.interrupt()).toBe(0)
}, 240_000)
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await postgres?.stop()
  for (const folder of [data, base]) rmSync(folder, { recursive: true, force: true })
})

async function half(name: 'serve' | 'worker'): Promise<Half> {
  const child = spawn(process.execPath, [join(root, 'bin', 'xianqu.mjs'), name], {
    cwd: root,
    env: { ...process.env, ...env, XIANQU_DATA: data, PORT: '0', XIANQU_STARTERS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let all = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      all += chunk
    })
  const isUp = () => /^Xianqu is (ready: \S+|working)/m.test(all)
  if (!(await until(() => isUp() || child.exitCode !== null, patienceMs)) || !isUp())
    throw new Error(`xianqu ${name} did not start:\n${all}`)
  const started = { child, url: /ready: (\S+)/.exec(all)?.[1] ?? '', output: () => all }
  running.push(started)
  return started
}

async function end({ child }: Half, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
  return child.exitCode
}

async function eventually<T>(what: () => Promise<T>, isIt: (it: T) => boolean): Promise<T> {
  let last = await what()
  for (const limit = Date.now() + patienceMs; !isIt(last) && Date.now() < limit; last = await what())
    await new Promise((resolve) => setTimeout(resolve, 50))
  return last
}

test('two servers and two workers share one database; one of each is killed, and nothing is missed; the others stop in good order', async () => {
  const [serverOne, serverTwo, workerOne, workerTwo] = [
    await half('serve'),
    await half('serve'),
    await half('worker'),
    await half('worker'),
  ]
  const accounts = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8'))
  const credentials = { login: 'wangjianguo', password: accounts.wangjianguo.password }
  const { cookie, status } = await openClient(serverOne.url, '').call('POST', '/session', credentials)
  expect(status).toBe(200)
  const here = openClient(serverTwo.url, cookie)
  expect((await here.call('GET', '/today')).status).toBe(200)
  await end(workerOne, 'SIGKILL')
  const head = async () => Number((await here.call('GET', '/journal/head')).body.head?.size ?? 0)
  const before = await head()
  const heading = '节点编号,节点名称,责任单位,计划开始,完成时限'
  const file = await here.upload('计划.csv', `${heading}\n1,联合检查,县发改局,2026-01-05,2027-12-31`)
  const plan = { file: file.body.file, title: '多进程测试', kind: 'reform' }
  const imported = await here.call('POST', '/project-imports', plan)
  expect(imported.status, JSON.stringify(imported.body)).toBe(200)
  expect(await eventually(head, (size) => size > before)).toBeGreaterThan(before)
  await end(serverOne, 'SIGKILL')
  expect((await here.call('GET', `/projects/${imported.body.project}`)).status).toBe(200)
  expect([await end(workerTwo, 'SIGTERM'), await end(serverTwo, 'SIGTERM')]).toEqual([0, 0])
  expect(workerTwo.output()).toContain('Stopping')
})

test('the doctor says that the database is down and what to do, instead of failing', async () => {
  const { stdout, status } = await runToEnd(['doctor'], { data, env })
  expect(status, stdout).toBeLessThanOrEqual(1)
  expect(stdout).not.toContain('database: 数据库没有运行')
  const away = { DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:9/nowhere' }
  const down = await runToEnd(['doctor', '--json'], { data, env: away })
  expect(down.status).toBe(1)
  expect(JSON.parse(down.stdout)).toMatchObject({ status: 'wrong', database: 'unreachable' })
  const words = await runToEnd(['doctor'], { data, env: away })
  expect(words.stdout).toMatch(/database: 数据库没有运行.*xianqu start.*ECONNREFUSED/)
  expect(words.stdout).toContain('disk')
})
