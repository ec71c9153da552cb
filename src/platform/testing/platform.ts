import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { systemClock } from '#platform/kernel/clock.ts'
import { unwrap } from '#platform/kernel/result.ts'
import type { PlaceOf } from '#platform/server/connectors/index.ts'
import { applyPack, type CountyPack } from '#platform/server/county/index.ts'
import { openDatabase } from '#platform/server/database/index.ts'
import { catchUp, sealAll } from '#platform/server/journal/index.ts'
import {
  assemble,
  type Platform,
  projectionsOf,
  serveHttp,
  sweepAll,
  sweepsOf,
} from '#platform/server/platform/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'
import type { SingleSignOnSettings } from '#platform/server/single-sign-on/index.ts'
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
  /** The data folder. */
  readonly data: string
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
  /** Where the departments' systems stand. */
  readonly placeOf?: PlaceOf
  /** The folder of built pages; none serves the API alone. */
  readonly pages?: string
  /** How many proxies stand in front; none where it is left out. */
  readonly proxies?: number
}

/** Opens a platform for one test file: real server, real PostgreSQL, real passwords. */
export async function testPlatform(options: TestPlatformOptions): Promise<TestPlatform> {
  const { scenarios, singleSignOn, pages, placeOf, proxies = 0, now = new Date('2026-03-02T09:00:00+08:00') } = options
  const clock = fakeClock(now)
  const database = await testDatabase(scenarios.flatMap((scenario) => scenario.rooms))
  const data = await mkdtemp(join(tmpdir(), 'xianqu-test-'))
  const pack = testCounty(options.county)
  unwrap(await applyPack(database, pack, now))
  const platform = await assemble({
    ...{ scenarios, pack, data, clock, database, singleSignOn, ownerUrl: database.ownerUrl, placeOf },
    credentials: openDatabase({ url: database.authUrl }),
    signInKey: randomBytes(32),
    // Sessions live in real time: a test that lets weeks pass would sign everybody out.
    sessionClock: systemClock,
    stop: () => rm(data, { recursive: true, force: true }),
  })
  const log = pino({ level: 'silent' })
  const listening = { port: 0, host: '127.0.0.1', secureCookies: false, proxies }
  const serving = await serveHttp(platform, { ...listening, pages, log })
  const seal = () => sealAll(database, pack.county.id, { clock, signer: platform.signer })
  return {
    ...{ url: serving.url, database, clock, platform, data },
    as: signer(platform, serving.url, join(data, 'accounts.json'), pack),
    nobody: openClient(serving.url, ''),
    passTo: async (then) => {
      clock.set(then)
      await sweepAll(sweepsOf(platform.services, scenarios), then)
    },
    seal,
    derive: async () => {
      await seal()
      for (const projection of projectionsOf(scenarios)) await catchUp(database, pack.county.id, projection)
    },
    close: async () => {
      await serving.stop()
      await platform.close()
    },
  }
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
