import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import type { CryptoProvider } from '#platform/server/signing/index.ts'

/** What the room works with; `Services` has it all. */
export type CredentialParts = {
  readonly jurisdiction: JurisdictionId
  readonly county: { readonly name: string; readonly demo: boolean }
  readonly crypto: CryptoProvider
  readonly personalData: PersonalData
  rules(): CountyRules
}

/** The county as the issuer that its documents name. */
export function issuerOf({ jurisdiction }: Pick<CredentialParts, 'jurisdiction'>): string {
  return `urn:xianqu:${jurisdiction}`
}

/** The name under which a status list is signed; `GET /api/credentials/status-lists/{list}` gives it. */
export function listUriOf(parts: Pick<CredentialParts, 'jurisdiction'>, list: string): string {
  return `${issuerOf(parts)}:status:${list}`
}

/** The stream of a credential's story, and of a showing's. */
export const credentialStream = (id: string): string => `credentials.credential/${id}`
export const showingStream = (id: string): string => `credentials.showing/${id}`
