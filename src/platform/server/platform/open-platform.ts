import { type Clock, systemClock } from '#platform/kernel/clock.ts'
import type { Config } from '#platform/server/config/index.ts'
import { migrate, openDatabase, platformRooms, prepareRoles, urlForRole } from '#platform/server/database/index.ts'
import { unlessStopped } from '#platform/server/process/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'
import { openSecrets, type Secrets } from '#platform/server/secrets/index.ts'
import { readSingleSignOn } from '#platform/server/single-sign-on/index.ts'
import { assemble, type Platform } from './assemble.ts'
import { applyCounty, loadCounty } from './county.ts'
import { openServer, type Server } from './server.ts'

/** How a platform is opened. */
export type OpenOptions = {
  readonly config: Config
  readonly scenarios: readonly Scenario[]
  readonly clock?: Clock
  /** Gets a line at each step, for the person who waits. */
  readonly tell?: (zh: string, en: string) => void
  /** Gets what PostgreSQL writes. */
  readonly log?: (line: string) => void
  /** Resolves where the process is asked to stop: then what was opened is closed again. */
  readonly stopped?: Promise<unknown>
}

/**
 * Opens the platform: PostgreSQL, roles, migrations, the county pack; closes what it opened when a step fails.
 * @throws ToldToStop where the process is asked to stop before it is open
 */
export async function openPlatform(options: OpenOptions): Promise<Platform> {
  const { config, tell = () => undefined, log = () => undefined, stopped = new Promise(() => undefined) } = options
  const server = await openServer(config, tell, log)
  try {
    return await unlessStopped(stopped, () => openOn(server, options))
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openOn(server: Server, options: OpenOptions): Promise<Platform> {
  const { config, scenarios, clock = systemClock, tell = () => undefined } = options
  const pack = await loadCounty(config.county, scenarios)
  const secrets = openSecrets(config.data)
  tell('正在准备数据表', 'Preparing the tables')
  await prepareRoles(server.ownerUrl, secrets.roles)
  const rooms = [...platformRooms(), ...scenarios.flatMap((scenario) => scenario.rooms)]
  await migrate(server.ownerUrl, rooms, clock.now())
  const stand = standOn(config, server, secrets)
  tell(`正在载入县区数据：${pack.county.name}`, `Applying the county pack of ${pack.county.englishName}`)
  await applyCounty(stand.database, pack, clock.now())
  return assemble({ scenarios, pack, clock, ...stand })
}

/** What a platform has of its data folder and its PostgreSQL: settings and two pools. */
export function standOn({ data }: Config, { ownerUrl, stop }: Server, { roles, signInKey }: Secrets) {
  return {
    ...{ data, signInKey, ownerUrl, stop, singleSignOn: readSingleSignOn(data) },
    database: openDatabase({ url: urlForRole(ownerUrl, 'xianqu_app', roles.app), connections: 20 }),
    credentials: openDatabase({
      url: urlForRole(ownerUrl, 'xianqu_auth', roles.auth),
      connections: 4,
      name: 'xianqu-auth',
    }),
  }
}
