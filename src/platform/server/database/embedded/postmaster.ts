import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findProcessesIn, isAlive, signal, until } from '#platform/server/process/index.ts'
import type { Account } from './account.ts'
import type { Home } from './home.ts'
import { socketPort } from './settings.ts'

/** How a server is launched; `log` gets each line that it writes, or names the file for one that outlives us. */
export type Launch = {
  readonly program: string
  readonly cluster: string
  readonly flags: readonly string[]
  readonly account: Account | undefined
  readonly log: ((line: string) => void) | { readonly file: string }
}

const startPatienceMs = 60_000
const stopPatienceMs = 30_000

/**
 * Launches a server and waits until it takes connections. It stands in a process group of its own: Ctrl-C reaches us
 * alone, and we stop it after everything that uses it.
 */
export async function launch(order: Launch): Promise<ChildProcess> {
  const child = spawn(order.program, ['-D', order.cluster, ...order.flags], {
    ...order.account,
    cwd: order.cluster,
    detached: true,
    stdio: ['ignore', 'ignore', typeof order.log === 'function' ? 'pipe' : openSync(order.log.file, 'a')],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
  })
  const complaints = listen(child, order.log)
  const ended = () => child.exitCode !== null || child.signalCode !== null
  const ready = () => findRunning(order.cluster)?.ready === true
  await until(() => ended() || ready(), startPatienceMs)
  if (!ended() && ready()) return child
  child.kill('SIGQUIT')
  throw new Error(`PostgreSQL 没有启动 / PostgreSQL did not start:\n${complaints.join('\n')}`)
}

/** Stops a server by fast shutdown: open transactions are rolled back, what was committed is kept. */
export async function stop(pid: number): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT'] as const) {
    signal(pid, name)
    if (await until(() => !isAlive(pid), stopPatienceMs)) return
  }
  throw new Error(`PostgreSQL 没有停止 / PostgreSQL (process ${pid}) does not stop`)
}

/** The server that runs on this data, whoever started it. */
export function findRunning(cluster: string): { readonly pid: number; readonly ready: boolean } | undefined {
  const status = readStatus(cluster)
  if (!status || !isAlive(status.pid)) return undefined
  const ours = findProcessesIn(cluster)?.includes(status.pid) ?? true
  return ours ? status : undefined
}

/**
 * Stops what a killed start left behind, so that a new server may take the data: the server itself, then its children,
 * who outlive a killed server by a moment; last its pid files, whose number may by now be another process's, or stand
 * for one that has ended but is never collected (a container without init).
 */
export async function clearRemains({ cluster, socket }: Home): Promise<void> {
  const running = findRunning(cluster)
  if (running) await stop(running.pid)
  if (!findProcessesIn(cluster)) return
  const left = () => findProcessesIn(cluster) ?? []
  if (!(await until(() => left().length === 0, stopPatienceMs))) {
    throw new Error(
      `PostgreSQL 的旧进程没有退出 / processes ${left().join(', ')} still hold ${cluster}: end them first`,
    )
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  rmSync(join(socket, `.s.PGSQL.${socketPort}.lock`), { force: true })
}

function listen(child: ChildProcess, log: Launch['log']): string[] {
  const firstLines: string[] = []
  child.on('error', (error) => firstLines.push(error.message))
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (firstLines.length < 20) firstLines.push(line)
      if (typeof log === 'function') log(line)
    })
  }
  return firstLines
}

/** `postmaster.pid`: the process on its first line, the state on its eighth. */
function readStatus(cluster: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}
