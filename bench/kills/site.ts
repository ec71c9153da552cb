import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { postmasterOf } from '../../tests/crash/postmaster.ts'
import { type Platform, root, startPlatform } from '../../tests/startup/platform.ts'

/** What is killed: the platform with its worker, a server beside it, a worker beside it, the database. */
export const killable = ['start', 'serve', 'worker', 'postgres'] as const
export type Killable = (typeof killable)[number]

/** A platform of several processes on one data folder. */
export type Site = {
  readonly data: string
  /** Who calls goes to one of the servers; a cookie that is not given is none. */
  client(cookie?: string): Client
  /** A cookie of an account of the demonstration. */
  signIn(login: string): Promise<string>
  /** What is up, and can be killed. Throws where something did not come back. */
  standing(): readonly Killable[]
  /** Kills by SIGKILL; what nobody else starts again begins to start, and the others are killed on meanwhile. */
  kill(what: Killable): void
  /** Waits until all are up and everything due is recorded and sealed. */
  settle(): Promise<void>
  close(): Promise<void>
}

const patienceTurns = 12_000
const turnMilliseconds = 50
const settleMilliseconds = 15_000
const restMilliseconds = 500
const mostStarts = 40

/** Starts all of them. */
export async function openSite(data: string): Promise<Site> {
  let platform: Platform = await startPlatform({ data })
  let server = await startBeside(data)
  const worker = keepWorker(data)
  let turn = 0
  const client = (cookie = '') => {
    turn += 1
    return openClient(turn % 2 === 0 ? platform.url : server.url, cookie)
  }
  /** A platform that is killed meanwhile comes back at another address. */
  const untilHealthy = async (standing: () => Platform) => {
    let last: unknown
    for (let look = 0; look < patienceTurns; look += 1) {
      const { status, body } = await openClient(standing().url, '')
        .call('GET', '/health')
        .catch((error) => ({ status: 0, body: String(error) }))
      if (status === 200) return
      last = body
      await sleep(turnMilliseconds)
    }
    throw new Error(`the platform did not come back, ${JSON.stringify(last)}:\n${standing().output()}`)
  }
  const again: Record<Killable, () => Promise<void>> = {
    start: async () => {
      await platform.interrupt('SIGKILL')
      platform = await startPlatform({ data })
    },
    serve: async () => {
      await server.interrupt('SIGKILL')
      server = await startBeside(data)
    },
    worker: async () => {
      worker.kill()
    },
    postgres: async () => {
      const pid = postmasterOf(data)
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      await untilHealthy(() => platform)
    },
  }
  /** What is on its way back. A failure is met when the site settles. */
  const coming = new Map<Killable, Promise<void>>()
  const failures: unknown[] = []
  return {
    data,
    client,
    signIn: async (login) => {
      const { password } = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8'))[login]
      const answer = await openClient(platform.url, '').call('POST', '/session', { login, password })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.cookie
    },
    standing: () => {
      if (failures.length > 0) throw failures[0]
      return killable.filter((what) => !coming.has(what) && !(what === 'postgres' && coming.has('start')))
    },
    kill: (what) => {
      const back = again[what]()
        .catch((error) => failures.push(error))
        .then(() => void coming.delete(what))
      coming.set(what, back)
    },
    settle: async () => {
      await Promise.all(coming.values())
      if (failures.length > 0) throw failures[0]
      await untilHealthy(() => platform)
      await untilHealthy(() => server)
      await sleep(settleMilliseconds)
    },
    close: async () => {
      await Promise.all([worker.end(), server.interrupt('SIGKILL')])
      await platform.interrupt('SIGINT')
    },
  }
}

function command(half: 'serve' | 'worker'): [string, ...string[]] {
  return [process.execPath, join(root, 'bin', 'xianqu.mjs'), half]
}

/** Joins a server to the database, again and again where that was just killed. */
async function startBeside(data: string): Promise<Platform> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await startPlatform({ data, command: command('serve') })
    } catch (error) {
      if (turn === mostStarts) throw error
      await sleep(restMilliseconds)
    }
  }
}

/** A worker that is started again whenever it ends, as an operating system would. */
function keepWorker(data: string) {
  const [program, ...args] = command('worker')
  const env = { ...process.env, XIANQU_DATA: data, XIANQU_DEMO: 'stories' }
  let child: ChildProcess
  let isEnding = false
  const start = () => {
    child = spawn(program, args, { cwd: root, detached: true, stdio: 'ignore', env })
    child.once('exit', () => isEnding || setTimeout(start, restMilliseconds))
  }
  const kill = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL')
  }
  start()
  return {
    kill,
    end: async () => {
      isEnding = true
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
      kill()
      await ended
    },
  }
}
