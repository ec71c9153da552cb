import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '#platform/server/process/index.ts'

export const root = join(import.meta.dirname, '..', '..')

/** A started platform: a process of its own group, as a terminal would make it. */
export type Platform = {
  readonly url: string
  readonly child: ChildProcess
  output(): string
  /** Sends a signal to the whole group, as Ctrl-C in a terminal does, and waits for the end. */
  interrupt(signal?: NodeJS.Signals): Promise<number | null>
}

export type StartOptions = {
  readonly data: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** As this user, where the tests run as root. */
  readonly uid?: number
  readonly command?: readonly [string, ...string[]]
}

const bin = join(root, 'bin', 'xianqu.mjs')
const readyLine = /^Xianqu is ready: (\S+)\s*$/m
const patienceMs = 180_000

/** Starts the platform on a data folder and waits for its last line; fails with all it printed where that never comes. */
export async function startPlatform(options: StartOptions): Promise<Platform> {
  const { child, output } = run(options.command ?? [process.execPath, bin, 'start'], options)
  await until(() => readyLine.test(output()) || hasEnded(child), patienceMs)
  const url = readyLine.exec(output())?.[1]
  if (!url) throw new Error(`the platform did not start:\n${output()}`)
  return { url, child, output, interrupt: (signal = 'SIGINT') => interrupt(child, signal) }
}

/** Starts the platform and signals its group after a while, wherever it has got to by then. */
export async function breakOff(options: StartOptions, afterMs: number, signal: NodeJS.Signals): Promise<void> {
  const { child } = run([process.execPath, bin, 'start'], options)
  await sleep(afterMs)
  await interrupt(child, signal)
}

/** Starts the platform and signals its group as soon as it prints what is waited for; gives how it ended. */
export async function breakOffAt(options: StartOptions, line: RegExp, signal: NodeJS.Signals) {
  const { child, output } = run([process.execPath, bin, 'start'], options)
  await until(() => line.test(output()) || hasEnded(child), patienceMs)
  const printed = once(child, 'close')
  const status = await interrupt(child, signal)
  await printed
  return { status, output: output() }
}

/** Runs a command of the platform to its end. */
export async function runToEnd(args: readonly string[], options: StartOptions) {
  const { child, output, stdout } = run([process.execPath, bin, ...args], options)
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, output: output(), stdout: stdout() }
}

/** The living processes that were told of this data folder, by their arguments or their environment. */
export function processesOn(data: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.filter((pid) => ['cmdline', 'environ'].some((file) => read(`/proc/${pid}/${file}`).includes(data)))
}

function run([program, ...args]: readonly [string, ...string[]], { data, env, uid }: StartOptions) {
  const options: SpawnOptions = {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(data, env),
  }
  const child = spawn(program, args, uid === undefined ? options : { ...options, uid, gid: uid })
  const endWithTests = () => tell(child, 'SIGTERM')
  process.once('exit', endWithTests)
  child.once('exit', () => process.off('exit', endWithTests))
  let all = ''
  let stdout = ''
  child.stdout?.on('data', (chunk) => {
    all += chunk
    stdout += chunk
  })
  child.stderr?.on('data', (chunk) => {
    all += chunk
  })
  return { child, output: () => all, stdout: () => stdout }
}

/** What a terminal would give. The registry answers nobody: once installed, nothing may ask npm for anything. */
function environment(data: string, env: StartOptions['env'] = {}): NodeJS.ProcessEnv {
  const ofTests = ['NODE_ENV', 'DATABASE_URL', 'XIANQU_STARTERS', 'npm_lifecycle_event']
  const inherited = Object.entries(process.env).filter(
    ([name]) => !ofTests.includes(name) && !name.startsWith('VITEST'),
  )
  const own = { npm_config_registry: 'http://127.0.0.1:9', XIANQU_DATA: data, XIANQU_DEMO: 'stories', PORT: '0' }
  return { ...Object.fromEntries(inherited), ...own, ...env }
}

async function interrupt(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.pid && !hasEnded(child)) {
    const end = once(child, 'exit')
    tell(child, signal)
    await end
  }
  return child.exitCode
}

/** Tells the whole group, unless it has just ended by itself. */
function tell({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
