import type { ChildProcess } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, accountFor } from './account.ts'
import { type Binaries, binariesFor } from './binaries.ts'
import { createClusterOnce, databaseName, ownerRole } from './cluster.ts'
import { type Home, homeFor } from './home.ts'
import { lockDataFolder } from './lock.ts'
import { clearRemains, findRunning, type Launch, launch } from './postmaster.ts'
import { ownerPassword } from './secret.ts'
import { flagsFor, type Settings, socketPort } from './settings.ts'
import { superviseServer } from './supervise.ts'

/** Which PostgreSQL to run. */
export type EmbeddedOptions = {
  /** The data folder; made when missing. */
  readonly folder: string
  /** Gets each line that PostgreSQL writes. */
  readonly log: (line: string) => void
  readonly durable?: boolean
  readonly connections?: number
}

/** A PostgreSQL that runs for us. */
export type EmbeddedPostgres = {
  /** As the server's owner, on the database `xianqu`, over a Unix socket: `postgresql://postgres:…@localhost/xianqu?host=…`. */
  readonly ownerUrl: string
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a data folder, which is created at the first start and locked until `stop`. What an earlier,
 * killed start left running is stopped first. A server that dies is launched again.
 * @throws DataFolderBusy where another process holds the folder
 * @example `const postgres = await startEmbedded({ folder: '.xianqu', log: (line) => logger.info(line) })`
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = makeFolder(options.folder)
  const lock = await lockDataFolder(folder)
  try {
    const site = prepare(folder, options)
    const server = await superviseServer(() => launchAt(site, options.log), options.log)
    return {
      ownerUrl: site.ownerUrl,
      async stop() {
        await server.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * The server that some process left running on this data folder, or a new one that outlives this process. For servers
 * shared by many test runs; never for real data.
 */
export async function keepEmbedded(options: Omit<EmbeddedOptions, 'log'>): Promise<{ readonly ownerUrl: string }> {
  const folder = makeFolder(options.folder)
  const lock = await lockDataFolder(folder, 60_000)
  try {
    const site = prepare(folder, options)
    if (!findRunning(site.home.cluster)?.ready) {
      const child = await launchAt(site, { file: join(site.home.folder, 'server.log') })
      child.unref()
    }
    return { ownerUrl: site.ownerUrl }
  } finally {
    lock.release()
  }
}

/** The owner's URL of the server that runs on this data folder already, if one does. */
export function findEmbedded(dataFolder: string): string | undefined {
  if (!existsSync(join(dataFolder, 'postgres'))) return undefined
  const folder = realpathSync(dataFolder)
  const home = homeFor(accountFor(folder), folder)
  return findRunning(home.cluster)?.ready ? urlFor(home, ownerPassword(folder)) : undefined
}

type Site = {
  readonly account: Account | undefined
  readonly home: Home
  readonly binaries: Binaries
  readonly settings: Settings
  readonly ownerUrl: string
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(folder)
  } catch (error) {
    throw new Error(
      `数据文件夹 ${folder} 不能写入（${(error as Error).message}）。请用 XIANQU_DATA 指定另一个文件夹。\n` +
        `The data folder ${folder} cannot be written. Name another one in XIANQU_DATA.`,
    )
  }
}

function prepare(folder: string, options: Pick<EmbeddedOptions, 'durable' | 'connections'>): Site {
  const { durable = true, connections = 100 } = options
  const account = accountFor(folder)
  const home = homeFor(account, folder)
  const binaries = binariesFor(account, home.folder)
  const password = ownerPassword(folder)
  createClusterOnce({ binaries, home, account, password, durable })
  return { account, home, binaries, settings: { durable, connections }, ownerUrl: urlFor(home, password) }
}

function urlFor(home: Home, password: string): string {
  const query = new URLSearchParams({ host: home.socket, port: String(socketPort) })
  return `postgresql://${ownerRole}:${password}@localhost/${databaseName}?${query}`
}

async function launchAt(site: Site, log: Launch['log']): Promise<ChildProcess> {
  const { account, binaries, home, settings } = site
  await clearRemains(home)
  const flags = flagsFor(settings, home.socket)
  return launch({ program: binaries.postgres, cluster: home.cluster, flags, account, log })
}
