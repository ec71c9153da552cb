import { join } from 'node:path'
import { mergeRefusals, type RefusalTable } from '#platform/contract/refusal-registry.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import { openConnectors, type PlaceOf, placesIn } from '#platform/server/connectors/index.ts'
import type { CountyPack } from '#platform/server/county/index.ts'
import { readCountyRules } from '#platform/server/county-rules/index.ts'
import { openFaceService, readFaceSettings } from '#platform/server/credentials/index.ts'
import type { Database, PooledDatabase, PoolLoad } from '#platform/server/database/index.ts'
import { openPlaces, openTextSender } from '#platform/server/deliveries/index.ts'
import { openFileFolder } from '#platform/server/files/index.ts'
import { openSignIn, type SignIn } from '#platform/server/identity/index.ts'
import { openFileSigner, type Signer } from '#platform/server/journal/index.ts'
import { openPersonalData, openPersonalKeys } from '#platform/server/personal-data/index.ts'
import { openPrinter, sealKeyOf } from '#platform/server/printing/index.ts'
import { openResidents, type ResidentDoor } from '#platform/server/residents/index.ts'
import type { Scenario, Services } from '#platform/server/scenario/index.ts'
import { softwareKeys } from '#platform/server/signing/index.ts'
import { openProviders, type SingleSignOn, type SingleSignOnSettings } from '#platform/server/single-sign-on/index.ts'
import { enterpriseRegister } from './enterprise-register.ts'
import { householdRegister } from './household-register.ts'
import { pagesOf } from './projections.ts'
import { refusalTables } from './tables.ts'

/** The platform on its database, without an address: what the server, the worker and the commands stand on. */
export type Platform = {
  readonly services: Services
  readonly database: Database
  readonly door: SignIn
  readonly residents: ResidentDoor
  /** The residents' door on other services: a play's, whose clock stands elsewhere. */
  residentsOn(services: Services): ResidentDoor
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

/** What a platform is put together from. */
export type Parts = {
  readonly scenarios: readonly Scenario[]
  readonly pack: CountyPack
  /** The data folder: uploads and the key of the record. */
  readonly data: string
  readonly signInKey: Buffer
  readonly singleSignOn: SingleSignOnSettings | undefined
  readonly clock: Clock
  /** The clock of sessions, where it is another one. */
  readonly sessionClock?: Clock
  readonly ownerUrl: string
  readonly database: PooledDatabase
  readonly credentials: PooledDatabase
  /** Where the departments' systems stand, where the data folder does not tell. */
  readonly placeOf?: PlaceOf | undefined
  /** Lets go of what the database runs on. */
  stop(): Promise<void>
}

/** Puts a platform together on a database whose schema and county are there. */
export async function assemble(parts: Parts): Promise<Platform> {
  const { scenarios, pack, data, clock, sessionClock = clock, ownerUrl, database, credentials } = parts
  const jurisdiction = pack.county.id
  const rules = await readCountyRules(database, jurisdiction)
  const personalData = openPersonalData(openPersonalKeys(data))
  const connectors = openConnectors(parts.placeOf ?? placesIn(data), clock)
  const doors = { database, credentials, jurisdiction, clock: sessionClock, key: parts.signInKey }
  const crypto = softwareKeys(data, `${pack.county.name}${pack.county.demo ? '（演示）' : ''}`, clock.now())
  const services: Services = {
    jurisdiction,
    database,
    clock,
    files: openFileFolder(join(data, 'files')),
    county: pack.county,
    crypto,
    printer: openPrinter({ own: join(data, 'fonts'), seal: () => ({ key: sealKeyOf(crypto), at: clock.now() }) }),
    face: openFaceService(() => readFaceSettings(data)),
    personalData,
    connectors,
    rules: () => rules,
    pageOf: pagesOf(scenarios),
  }
  const sendText = pack.county.demo ? undefined : openTextSender(rules.channels, openPlaces(data, false))
  const residentsOn = (on: Services, clock = on.clock) =>
    openResidents({
      ...{ ...doors, clock, personalData, sendText },
      ...{ register: householdRegister(on), enterprises: enterpriseRegister(on) },
    })
  return {
    services,
    door: openSignIn(doors),
    residents: residentsOn(services, sessionClock),
    residentsOn: (on) => residentsOn(on),
    signer: openFileSigner(data),
    singleSignOn: openProviders(parts.singleSignOn),
    ...{ database, pack, scenarios, ownerUrl },
    refusals: mergeRefusals([...refusalTables, ...scenarios.map((scenario) => scenario.refusals)]),
    pools: { app: database.load, auth: credentials.load },
    close: async () => {
      await connectors.close()
      await credentials.close()
      await database.close()
      await parts.stop()
    },
  }
}
