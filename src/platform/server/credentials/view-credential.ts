import type { CredentialHeading } from '#platform/contract/credential-verdict.ts'
import { openDocument } from './commands/show.ts'
import { heldOf } from './commands/stand.ts'
import type { CredentialRow } from './credential-store.ts'
import { type State, stateAt } from './domain/standing.ts'
import type { CredentialParts } from './parts.ts'
import { readSdJwt } from './verify/read-sd-jwt.ts'

/** A credential opened for those who may see it whole: its holder, and the unit that issued it. */
export type OpenCredential = {
  readonly id: string
  readonly heading: CredentialHeading
  readonly state: State
  readonly fields: readonly {
    readonly field: string
    readonly zh: string
    readonly en: string
    readonly value: string
    readonly chosen: boolean
  }[]
}

/** Opens a credential that the transaction could see. */
export function viewCredential(parts: CredentialParts, row: CredentialRow, now: Date): OpenCredential {
  const read = readSdJwt(openDocument(parts, row))
  if (read === undefined) throw new Error(`the document of the credential ${row.id} cannot be read`)
  const { heading, fields: fixed } = read.claims
  return {
    ...{ id: row.id, heading, state: stateAt(heldOf(row), now.getTime()) },
    fields: Object.entries(heading.labels).flatMap(([field, [zh, en]]) => {
      const value = read.fields?.[field]
      return value === undefined ? [] : [{ field, zh, en, value, chosen: !(field in fixed) }]
    }),
  }
}
