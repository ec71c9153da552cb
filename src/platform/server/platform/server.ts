import type { Config } from '#platform/server/config/index.ts'
import { findEmbedded, lockDataFolder, startEmbedded } from '#platform/server/database/embedded/index.ts'

/** A PostgreSQL to stand on, and how to let go of it. */
export type Server = { readonly ownerUrl: string; stop(): Promise<void> }

type Tell = (zh: string, en: string) => void

/** One's own PostgreSQL by `DATABASE_URL`, else the embedded one; either way the data folder is ours alone. */
export async function openServer(config: Config, tell: Tell, log: (line: string) => void): Promise<Server> {
  if (config.databaseUrl === undefined) {
    tell('正在启动内置数据库', 'Starting the embedded PostgreSQL')
    return startEmbedded({ folder: config.data, log })
  }
  tell('使用 DATABASE_URL 指定的数据库', 'Using the PostgreSQL of DATABASE_URL')
  const lock = await lockDataFolder(config.data)
  return { ownerUrl: config.databaseUrl, stop: async () => lock.release() }
}

/** The PostgreSQL of a platform that runs; throws with the remedy where none does. */
export function runningServer(config: Config): Server {
  const running = config.databaseUrl ?? findEmbedded(config.data)
  if (running !== undefined) return { ownerUrl: running, stop: async () => undefined }
  throw new Error(
    `数据文件夹 ${config.data} 的内置数据库没有运行：请先运行 xianqu start，或在 DATABASE_URL 中指定自有 PostgreSQL。\n` +
      `The embedded database of ${config.data} is not running: run xianqu start first, or name your own PostgreSQL in DATABASE_URL.`,
  )
}

/** The PostgreSQL of a platform that may be running: joined where it is, started for the moment where it is not. */
export async function joinServer(config: Config): Promise<Server> {
  const running = config.databaseUrl ?? findEmbedded(config.data)
  if (running !== undefined) return { ownerUrl: running, stop: async () => undefined }
  return startEmbedded({ folder: config.data, log: () => undefined })
}
