import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import type { PasswordHasher } from './password-hasher.ts'

/** What sign-in stands on. */
export type SignInParts = {
  /** As the role that serves requests: people, posts and the record. */
  readonly database: Database
  /** As `xianqu_auth`: credentials and sessions. */
  readonly credentials: Database
  readonly jurisdiction: JurisdictionId
  readonly clock: Clock
  /** 32 bytes, kept in the data folder: second-factor secrets are encrypted under it. */
  readonly key: Uint8Array
  readonly hasher: PasswordHasher
}

/** Where a request came from, for the list of sessions and the record. */
export type Origin = { readonly address: string; readonly device: string }

/** The row of a person in the credential store. */
export function whose(parts: Pick<SignInParts, 'jurisdiction'>, person: PersonId) {
  return { jurisdiction: parts.jurisdiction, person }
}
