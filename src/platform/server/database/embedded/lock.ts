import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** Holds a data folder for this process until `release`, or until the process ends in whatever way. */
export type DataLock = { release(): void }

const pollMs = 50

/**
 * Takes the data folder for this process. Node has no file locks of its own; SQLite's exclusive transaction on an empty
 * file is one: the kernel drops it when the process dies, so there is no stale lock to guess about.
 * @param patienceMs how long to wait for a holder that may be on its way out, in milliseconds
 */
export async function lockDataFolder(folder: string, patienceMs = 5_000): Promise<DataLock> {
  const holder = join(folder, 'running.json')
  for (let waited = 0; ; waited += pollMs) {
    const lock = tryLock(join(folder, 'lock'))
    if (lock) {
      writeFileSync(holder, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`)
      return lock
    }
    if (waited >= patienceMs) throw new DataFolderBusy(folder, readHolder(holder))
    await sleep(pollMs)
  }
}

/** Another process holds the data folder. */
export class DataFolderBusy extends Error {
  constructor(folder: string, pid: number | undefined) {
    super(
      `数据文件夹 ${folder} 正被另一个先驱进程（进程号 ${pid ?? '未知'}）使用。请先停止它，或用 XIANQU_DATA 指定另一个文件夹。\n` +
        `The data folder ${folder} is in use by another Xianqu (process ${pid ?? 'unknown'}). Stop that one first, or name another folder in XIANQU_DATA.`,
    )
    this.name = 'DataFolderBusy'
  }
}

function tryLock(file: string): DataLock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === 5) return undefined
    throw error
  }
}

function readHolder(file: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid
  } catch {
    return undefined
  }
}
