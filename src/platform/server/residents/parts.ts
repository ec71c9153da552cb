import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import type { RegisteredEnterprise } from './domain/representation-rules.ts'

/** Sends a short message to a phone; false where it did not go out. */
export type SendText = (message: {
  readonly id: string
  readonly phone: string
  readonly text: string
}) => Promise<boolean>

/** What the register of the public security bureau says of a name and an identity number. */
export type HouseholdAnswer = 'matches' | 'differs' | 'unavailable'

/** Asks the household register; an answer that cannot be had is `unavailable`, never thrown. */
export type HouseholdRegister = (asked: {
  readonly resident: string
  readonly name: string
  readonly number: string
}) => Promise<HouseholdAnswer>

/** Asks the register of enterprises which ones a person represents; an answer that cannot be had is `unavailable`, never thrown. */
export type EnterpriseRegister = (asked: {
  readonly resident: string
  readonly name: string
  readonly number: string
}) => Promise<readonly RegisteredEnterprise[] | 'unavailable'>

/** What the residents' door stands on. */
export type ResidentParts = {
  /** As the role that serves requests: residents and the record. */
  readonly database: Database
  /** As `xianqu_auth`: codes and sessions. */
  readonly credentials: Database
  readonly jurisdiction: JurisdictionId
  readonly clock: Clock
  /** 32 bytes, kept in the data folder: codes are hashed under it. */
  readonly key: Uint8Array
  readonly personalData: PersonalData
  /** Undefined where the county has no channel for short messages: a demonstration then shows them on the page. */
  readonly sendText: SendText | undefined
  readonly register: HouseholdRegister
  readonly enterprises: EnterpriseRegister
}

/** Where a request came from, for the list of sessions and the record. */
export type Origin = { readonly address: string; readonly device: string }
