import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { mergeRefusals } from '#platform/contract/refusal-registry.ts'
import { systemClock } from '#platform/kernel/clock.ts'
import { unwrap } from '#platform/kernel/result.ts'
import { applyPack, type CountyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import { openDatabase } from '#platform/server/database/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { createHost } from '#platform/server/http/index.ts'
import { openSignIn } from '#platform/server/identity/index.ts'
import { catchUp, type Signer, sealAll } from '#platform/server/journal/index.ts'
import {
  type Platform,
  pagesOf,
  projectionsOf,
  refusalTables,
  routerOf,
  sweepAll,
  sweepsOf,
} from '#platform/server/platform/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'
import { openProviders, type SingleSignOnSettings } from '#platform/server/single-sign-on/index.ts'
import { testCounty } from './county.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'
import { type Client, openClient } from './route-client.ts'

/** A platform on a database of its own, listening on loopback, with a clock that the test sets. */
export type TestPlatform = {
  readonly url: string
  readonly database: TestDatabase
  readonly clock: FakeClock
  readonly platform: Platform
  /** Signs a person of the county in by password; each person once. */
  as(login: string): Promise<Client>
  /** Somebody who is not signed in. */
  readonly nobody: Client
  /** Sets the clock and records what time brings until then. */
  passTo(now: Date): Promise<void>
  /** Seals the record; gives its size. */
  seal(): Promise<number>
  /** Seals the record and brings everything derived from it up to date. */
  derive(): Promise<void>
  close(): Promise<void>
}

/** What a test platform is made of. */
export type TestPlatformOptions = {
  readonly scenarios: readonly Scenario[]
  /** Files of the county pack that differ from the small test county. */
  readonly county?: Readonly<Record<string, string>>
  readonly now?: Date
  readonly singleSignOn?: SingleSignOnSettings
  /** The folder of built pages; none serves the API alone. */
  readonly pages?: string
}

/** Opens a platform for one test file: real server, real PostgreSQL, real passwords. */
export async function testPlatform(options: TestPlatformOptions): Promise<TestPlatform> {
  const { scenarios, now = new Date('2026-03-02T09:00:00+08:00') } = options
  const clock = fakeClock(now)
  const database = await testDatabase(scenarios.flatMap((scenario) => scenario.rooms))
  const credentials = openDatabase({ url: database.authUrl })
  const folder = await mkdtemp(join(tmpdir(), 'xianqu-test-'))
  const pack = testCounty(options.county)
  unwrap(await applyPack(database, pack, now))
  const jurisdiction = pack.county.id
  // Sessions live in real time: a test that lets weeks pass would sign everybody out.
  const door = openSignIn({ database, credentials, jurisdiction, clock: systemClock, key: randomBytes(32) })
  const rules = await readCountyRules(database, jurisdiction)
  const platform: Platform = {
    services: {
      jurisdiction,
      database,
      clock,
      files: openFileFolder(join(folder, 'files')),
      rules: () => rules,
      pageOf: pagesOf(scenarios),
    },
    ...{ database, door, signer: testSigner(), pack, scenarios },
    refusals: mergeRefusals([...refusalTables, ...scenarios.map((scenario) => scenario.refusals)]),
    singleSignOn: openProviders(options.singleSignOn),
    ownerUrl: database.ownerUrl,
    pools: {},
    close: () => credentials.close(),
  }
  const url = await listen(platform, options.pages)
  const seal = () => sealAll(database, jurisdiction, { clock, signer: platform.signer })
  return {
    ...{ url: url.address, database, clock, platform },
    as: signer(platform, url.address, join(folder, 'accounts.json'), pack),
    nobody: openClient(url.address, ''),
    passTo: async (then) => {
      clock.set(then)
      await sweepAll(sweepsOf(platform.services, scenarios), then)
    },
    seal,
    derive: async () => {
      await seal()
      for (const projection of projectionsOf(scenarios)) await catchUp(database, jurisdiction, projection)
    },
    close: async () => {
      await url.close()
      await platform.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listen(platform: Platform, pages: string | undefined) {
  const host = await createHost({
    ...platform.services,
    ...{
      door: platform.door,
      singleSignOn: platform.singleSignOn,
      refusals: platform.refusals,
      router: routerOf(platform, false),
    },
    ...{ openApi: '{}', health: async () => ({ status: 'ok' }), pages, log: pino({ level: 'silent' }) },
    ...{ secureCookies: false, trustProxy: false },
  })
  const address = await host.listen({ port: 0, host: '127.0.0.1' })
  return { address, close: () => host.close() }
}

function signer({ door }: Platform, url: string, file: string, pack: CountyPack) {
  const clients = new Map<string, Promise<Client>>()
  const enter = async (login: string) => {
    const person = pack.people.find((one) => one.login === login)
    if (person === undefined) throw new Error(`the test county has nobody with the login ${login}`)
    const [account] = await door.openDemoAccounts(
      [{ person: person.id, login, role: '', english: '' }],
      `${file}.${login}`,
    )
    const answer = await openClient(url, '').call('POST', '/session', { login, password: account?.password })
    if (answer.status !== 200) throw new Error(`${login} cannot sign in: ${JSON.stringify(answer.body)}`)
    return openClient(url, answer.cookie)
  }
  return (login: string) => {
    const client = clients.get(login) ?? enter(login)
    clients.set(login, client)
    return client
  }
}

function testSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return { keyId: 'test', publicKey: pem, sign: (bytes) => sign(null, bytes, privateKey) }
}
