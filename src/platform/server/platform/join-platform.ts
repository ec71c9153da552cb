import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '#platform/kernel/clock.ts'
import type { Config } from '#platform/server/config/index.ts'
import { openSecrets } from '#platform/server/secrets/index.ts'
import { assemble, type Platform } from './assemble.ts'
import { loadCounty } from './county.ts'
import { assertMigrated } from './migrated.ts'
import { type OpenOptions, standOn } from './open-platform.ts'
import { joinServer, runningServer } from './server.ts'

/** How a platform is joined: `mustRun` where its database is not to be started for the moment. */
export type JoinOptions = OpenOptions & { readonly mustRun?: boolean }

/** Joins a platform that runs, or opens it for the moment, for a command; changes neither schema nor county. */
export async function joinPlatform(options: JoinOptions): Promise<Platform> {
  const { config, scenarios, clock = systemClock } = options
  assertStartedOnce(config)
  const pack = await loadCounty(config.county, scenarios)
  const server = options.mustRun ? runningServer(config) : await joinServer(config)
  try {
    if (options.mustRun) await assertMigrated(server.ownerUrl, scenarios)
    const secrets = openSecrets(config.data)
    return await assemble({ scenarios, pack, clock, ...standOn(config, server, secrets) })
  } catch (error) {
    await server.stop()
    throw error
  }
}

function assertStartedOnce({ data }: Config): void {
  if (existsSync(join(data, 'secrets.json'))) return
  throw new Error(
    `数据文件夹 ${data} 还没有启动过平台，请先运行 npm start，或用 XIANQU_DATA 指定另一个文件夹。\n` +
      `No platform has been started on the data folder ${data}. Run npm start first, or name another one in XIANQU_DATA.`,
  )
}
