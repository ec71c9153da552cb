import { chownSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { until } from '#platform/server/process/index.ts'
import {
  breakOff,
  breakOffAt,
  type Platform,
  processesOn,
  root,
  runToEnd,
  type StartOptions,
  startPlatform,
} from './platform.ts'

/** A county of a handful of people without a demonstration: for starts that are about something else. */
const small = { XIANQU_COUNTY: join(root, 'counties', 'minimal') }
const asRoot = process.getuid?.() === 0
const nobody = 65_534
const folders: string[] = []
const started: Platform[] = []

async function start(options: StartOptions): Promise<Platform> {
  const platform = await startPlatform(options)
  started.push(platform)
  return platform
}

function newData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianqu-start-'))
  folders.push(folder)
  return folder
}

/** Whether this is the process that plays. */
function isPlay(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes('play')
}

async function health(platform: Platform): Promise<Record<string, unknown>> {
  const response = await fetch(new URL('/api/health', platform.url))
  return (await response.json()) as Record<string, unknown>
}

afterEach(async () => {
  for (const platform of started.splice(0)) await platform.interrupt()
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('one installation', () => {
  let data: string
  beforeAll(() => {
    data = newData()
  })

  test('a first start ends with the line that scripts wait for, and is healthy', async () => {
    const platform = await start({ data })
    expect(platform.output().trimEnd().split('\n').at(-1)).toBe(`Xianqu is ready: ${platform.url}`)
    expect(await health(platform)).toMatchObject({ status: 'ok', version: expect.any(String) })
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s stops everything and leaves nothing running',
    async (signal) => {
      const platform = await start({ data })
      expect(await platform.interrupt(signal)).toBe(0)
      expect(processesOn(data)).toEqual([])
    },
  )

  test('Ctrl-C under npm, where it arrives twice, stops everything', async () => {
    const platform = await start({ data, command: ['npm', 'start'] })
    await platform.interrupt()
    expect(await until(() => processesOn(data).length === 0, 10_000)).toBe(true)
  })

  test('npm killed outright takes the platform with it', async () => {
    const platform = await start({ data, command: ['npm', 'start'] })
    platform.child.kill('SIGKILL')
    expect(await until(() => processesOn(data).length === 0, 15_000)).toBe(true)
  })

  test('a start that was killed with all its processes can be started again', async () => {
    const platform = await start({ data })
    await platform.interrupt('SIGKILL')
    expect(await health(await start({ data }))).toMatchObject({ status: 'ok' })
  })

  test('a second start on the same data is refused in both languages, and the first one goes on', async () => {
    const first = await start({ data })
    const second = await runToEnd(['start'], { data })
    expect(second.status).toBe(1)
    expect(second.output).toMatch(/正被另一个先驱进程[\s\S]*in use by another Xianqu/)
    expect(await health(first)).toMatchObject({ status: 'ok' })
  })

  test('doctor prints JSON and nothing else, beside a running platform and without one', async () => {
    const platform = await start({ data })
    const beside = await runToEnd(['doctor', '--json'], { data })
    expect(JSON.parse(beside.stdout)).toMatchObject({ status: 'ok', counts: { villages: 201 } })
    await platform.interrupt()
    const alone = await runToEnd(['doctor', '--json'], { data })
    expect(JSON.parse(alone.stdout).counts).toEqual(JSON.parse(beside.stdout).counts)
    expect(processesOn(data)).toEqual([])
  })

  test('a county is played behind the address, dies with its platform and is played on at the next start', async () => {
    const env = { XIANQU_DEMO: '2' }
    const killed = await start({ data, env })
    await until(() => processesOn(data).some(isPlay), 20_000)
    await killed.interrupt()
    expect(processesOn(data)).toEqual([])
    const platform = await start({ data, env })
    const isOver = async () => (await health(platform)).demonstration === undefined && !processesOn(data).some(isPlay)
    while (!(await isOver())) await sleep(500)
    const { stdout } = await runToEnd(['doctor', '--json'], { data, env })
    expect(JSON.parse(stdout).counts).toMatchObject({ projects: 10, demonstrationPlayed: 3, mobileUsers: 4245 })
  })

  test('taken ports 5432 and 8080 do not matter', async () => {
    const takers = [await take(5432), await take(8080)]
    try {
      const platform = await start({ data, env: { PORT: '' } })
      expect(await health(platform)).toMatchObject({ status: 'ok' })
    } finally {
      for (const taker of takers) taker?.close()
    }
  })
})

describe('a first start that is broken off', () => {
  test.each([300, 800, 1600, 2600])('after %i ms by a kill can be made again', async (ms) => {
    const data = newData()
    await breakOff({ data, env: small }, ms, 'SIGKILL')
    expect(await health(await start({ data, env: small }))).toMatchObject({ status: 'ok' })
  })

  test('by Ctrl-C stops at once, leaves nothing running and can be made again', async () => {
    const data = newData()
    for (const [line, next] of [
      [/the embedded PostgreSQL/, 'the tables'],
      [/the demonstration/, 'Xianqu is ready'],
    ] as const) {
      const { status, output } = await breakOffAt({ data }, line, 'SIGINT')
      expect(status, output).toBe(0)
      expect(output).toContain('Stopped before it was ready')
      expect(output).not.toContain(next)
      expect(processesOn(data)).toEqual([])
    }
  })
})

describe.runIf(asRoot)('accounts', () => {
  test('an ordinary user starts it from a private folder', async () => {
    const data = newData()
    chownSync(data, nobody, nobody)
    const platform = await start({ data, uid: nobody, env: { ...small, HOME: data } })
    expect(await health(platform)).toMatchObject({ status: 'ok' })
  })

  test('root starts it on data below a folder that only root may enter', async () => {
    const data = join(newData(), 'data')
    const platform = await start({ data, env: small })
    expect(await health(platform)).toMatchObject({ status: 'ok' })
    folders.push(realpathSync(join(data, 'postgres')))
  })
})

/** Takes a port, or finds it taken already. */
function take(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, () => resolve(server))
  })
}
