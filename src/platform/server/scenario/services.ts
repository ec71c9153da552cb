import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Connectors } from '#platform/server/connectors/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { FaceService } from '#platform/server/credentials/index.ts'
import type { Database } from '#platform/server/database/index.ts'
import type { FileFolder } from '#platform/server/files/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import type { Printer } from '#platform/server/printing/index.ts'
import type { CryptoProvider } from '#platform/server/signing/index.ts'

/** What the platform gives a scenario. */
export type Services = {
  /** The county that this process serves. */
  readonly jurisdiction: JurisdictionId
  readonly database: Database
  readonly clock: Clock
  readonly files: FileFolder
  /** The county's name, and whether it is a demonstration: what it prints and signs then says so. */
  readonly county: { readonly name: string; readonly demo: boolean }
  /** The keys under which the county signs what others verify. */
  readonly crypto: CryptoProvider
  /** The face service, where the county has one; it is never the only way. */
  readonly face: FaceService
  /** Prints papers as PDF. */
  readonly printer: Printer
  /** Seals what identifies people, and finds it again by its hash. */
  readonly personalData: PersonalData
  /** The ways to the departments' systems, for the data hub. */
  readonly connectors: Connectors
  /** The county's calendar, ladders and lamp rules as last applied. */
  rules(): CountyRules
  /** The page where the thing of a stream is dealt with, whichever scenario's it is; `/` where none has one. */
  pageOf(stream: string): string
}
