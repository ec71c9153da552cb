import { join } from 'node:path'
import { mergeRefusals, type RefusalTable } from '#platform/contract/refusal-registry.ts'
import { type Clock, systemClock } from '#platform/kernel/clock.ts'
import type { Config } from '#platform/server/config/index.ts'
import type { CountyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import {
  type Database,
  migrate,
  openDatabase,
  type PooledDatabase,
  type PoolLoad,
  platformRooms,
  prepareRoles,
  urlForRole,
} from '#platform/server/database/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { openSignIn, type SignIn } from '#platform/server/identity/index.ts'
import { openFileSigner, type Signer } from '#platform/server/journal/index.ts'
import type { Scenario, Services } from '#platform/server/scenario/index.ts'
import { openSecrets, type Secrets } from '#platform/server/secrets/index.ts'
import { openProviders, readSingleSignOn, type SingleSignOn } from '#platform/server/single-sign-on/index.ts'
import { applyCounty, loadCounty } from './county.ts'
import { pagesOf } from './projections.ts'
import { openServer, type Server } from './server.ts'
import { refusalTables } from './tables.ts'

/** The platform on its database, without an address: what the server, the worker and the commands stand on. */
export type Platform = {
  readonly services: Services
  readonly database: Database
  readonly door: SignIn
  readonly signer: Signer
  readonly singleSignOn: SingleSignOn
  readonly pack: CountyPack
  readonly scenarios: readonly Scenario[]
  readonly refusals: RefusalTable
  /** As the owner of the database, past row security: for backups and the doctor. */
  readonly ownerUrl: string
  /** How busy its connections are, by pool. */
  readonly pools: Readonly<Record<string, () => PoolLoad>>
  close(): Promise<void>
}

/** How a platform is opened. */
export type OpenOptions = {
  readonly config: Config
  readonly scenarios: readonly Scenario[]
  readonly clock?: Clock
  /** Gets a line at each step, for the person who waits. */
  readonly tell?: (zh: string, en: string) => void
  /** Gets what PostgreSQL writes. */
  readonly log?: (line: string) => void
}

/** Opens the platform: PostgreSQL, roles, migrations, the county pack; closes what it opened when a step fails. */
export async function openPlatform(options: OpenOptions): Promise<Platform> {
  const { config, scenarios, clock = systemClock, tell = () => undefined } = options
  const server = await openServer(config, tell, options.log ?? (() => undefined))
  try {
    const pack = await loadCounty(config.county, scenarios)
    const secrets = openSecrets(config.data)
    tell('正在准备数据表', 'Preparing the tables')
    await prepareRoles(server.ownerUrl, secrets.roles)
    const rooms = [...platformRooms(), ...scenarios.flatMap((scenario) => scenario.rooms)]
    await migrate(server.ownerUrl, rooms, clock.now())
    const stand = standOn(server, secrets)
    tell(`正在载入县区数据：${pack.county.name}`, `Applying the county pack of ${pack.county.englishName}`)
    await applyCounty(stand.database, pack, clock.now())
    return await assemble({ options, pack, secrets, server, clock, ...stand })
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The two pools of a platform. */
export function standOn({ ownerUrl }: Server, { roles }: Secrets) {
  return {
    database: openDatabase({ url: urlForRole(ownerUrl, 'xianqu_app', roles.app), connections: 20 }),
    credentials: openDatabase({
      url: urlForRole(ownerUrl, 'xianqu_auth', roles.auth),
      connections: 4,
      name: 'xianqu-auth',
    }),
  }
}

/** What a platform is put together from. */
export type Parts = {
  readonly options: OpenOptions
  readonly pack: CountyPack
  readonly secrets: Secrets
  readonly server: Server
  readonly clock: Clock
  readonly database: PooledDatabase
  readonly credentials: PooledDatabase
}

/** Puts a platform together on a database whose schema and county are there. */
export async function assemble(parts: Parts): Promise<Platform> {
  const { pack, secrets, server, clock, database, credentials } = parts
  const { config, scenarios } = parts.options
  const jurisdiction = pack.county.id
  const rules = await readCountyRules(database, jurisdiction)
  return {
    services: {
      jurisdiction,
      database,
      clock,
      files: openFileFolder(join(config.data, 'files')),
      rules: () => rules,
      pageOf: pagesOf(scenarios),
    },
    database,
    door: openSignIn({ database, credentials, jurisdiction, clock, key: secrets.signInKey }),
    signer: openFileSigner(config.data),
    singleSignOn: openProviders(readSingleSignOn(config.data)),
    pack,
    scenarios,
    refusals: mergeRefusals([...refusalTables, ...scenarios.map((scenario) => scenario.refusals)]),
    ownerUrl: server.ownerUrl,
    pools: { app: database.load, auth: credentials.load },
    close: async () => {
      await Promise.all([database.close(), credentials.close()])
      await server.stop()
    },
  }
}
