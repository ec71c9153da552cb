import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, mayEnter } from './account.ts'

/** The folders of one embedded PostgreSQL. */
export type Home = {
  /** Holds everything below, and a copy of the programs where they are needed. */
  readonly folder: string
  /** PostgreSQL's data. */
  readonly cluster: string
  /** Where the server's Unix socket stands. */
  readonly socket: string
}

/** A Unix socket's path has at most 107 bytes, `/.s.PGSQL.5432` among them. */
const longestSocketFolder = 90
const outside = '/var/lib/xianqu'

/**
 * The PostgreSQL folders of a data folder, made when missing. They lie in the data folder; where we are root and
 * PostgreSQL's account cannot get there (a clone under root's home), they lie in `/var/lib/xianqu/<random>` and
 * `postgres` in the data folder is a link to it.
 */
export function homeFor(account: Account | undefined, dataFolder: string): Home {
  const entry = join(dataFolder, 'postgres')
  if (!lstatSync(entry, { throwIfNoEntry: false })) createHome(account, dataFolder, entry)
  const folder = realpathSync(entry)
  return { folder, cluster: join(folder, 'cluster'), socket: socketFolder(account, folder) }
}

function createHome(account: Account | undefined, dataFolder: string, entry: string): void {
  if (account && statSync(dataFolder).uid === 0) chmodSync(dataFolder, statSync(dataFolder).mode | 0o011)
  if (mayEnter(account, dataFolder)) makeFolder(account, entry)
  else linkHome(account, dataFolder, entry)
}

function linkHome(account: Account | undefined, dataFolder: string, entry: string): void {
  const elsewhere = join(outside, randomUUID())
  mkdirSync(outside, { recursive: true, mode: 0o755 })
  makeFolder(account, elsewhere)
  writeFileSync(join(elsewhere, 'belongs-to'), `${realpathSync(dataFolder)}\n`)
  symlinkSync(elsewhere, entry)
}

function socketFolder(account: Account | undefined, home: string): string {
  const short = createHash('sha256').update(home).digest('hex').slice(0, 16)
  const inside = join(home, 'socket')
  const folder = Buffer.byteLength(inside) <= longestSocketFolder ? inside : join(tmpdir(), `xianqu-${short}`)
  makeFolder(account, folder)
  return folder
}

/** Makes the folder for its owner alone; one that belongs to somebody else is never used. */
function makeFolder(account: Account | undefined, folder: string): void {
  const owner = account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
  if (made && account) chownSync(folder, owner.uid, owner.gid)
  const { uid } = lstatSync(folder)
  if (uid !== owner.uid) throw new Error(`${folder} belongs to user ${uid}, not to user ${owner.uid}: remove it first`)
}
