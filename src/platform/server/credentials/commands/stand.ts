import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import { type CredentialRow, findCredential, setStanding } from '../credential-store.ts'
import { changeStanding, type Held, type Standing, type StandingChange, standingChanges } from '../domain/standing.ts'
import { type CredentialParts, credentialStream } from '../parts.ts'

/** What is to be done to a credential, and why. */
export type Stand = { readonly credential: string; readonly change: StandingChange; readonly reason: string }

/** How it stands now. */
export type Stood = { readonly credential: string; readonly standing: Standing; readonly entry: string }

/**
 * Suspends, resumes or revokes a credential; `may` asks whether the post may do so to what that unit issued. Refuses `record.unknown`,
 * `permission.reach`, `credentials.standing.other`.
 */
export async function decideStanding(
  { jurisdiction }: Pick<CredentialParts, 'jurisdiction'>,
  tx: Transaction,
  { actor, now }: Pick<CommandCall, 'actor' | 'now'>,
  { credential, change, reason, may }: Stand & { readonly may: (issuer: string) => Result<unknown> },
): Promise<Result<Decision<Stood>>> {
  const row = await findCredential(tx, jurisdiction, credential)
  if (row === undefined) return refuse('record.unknown')
  const allowed = may(row.issuer)
  if (!allowed.ok) return allowed
  const standing = changeStanding(heldOf(row), change, now.getTime())
  if (!standing.ok) return standing
  const entry = {
    ...{ id: newEntryId(), jurisdiction, stream: credentialStream(row.id), version: row.version + 1 },
    ...{ kind: `credentials.credential.${pastOf[change]}`, recordedAt: now, actor },
    payload: { type: row.type_id, number: row.number, holder: row.holder, reason },
    readers: row.readers as readonly OrganisationId[],
  }
  return ok({
    answer: { credential: row.id, standing: standing.value, entry: entry.id },
    entries: [entry],
    writes: [setStanding(jurisdiction, row, { standing: standing.value, at: now, reason })],
  })
}

const pastOf = { suspend: 'suspended', resume: 'resumed', revoke: 'revoked' } as const

/** What may be done to a credential as it stands now. */
export function changesOf(row: CredentialRow, now: Date): readonly StandingChange[] {
  return standingChanges.filter((change) => changeStanding(heldOf(row), change, now.getTime()).ok)
}

/** What of a row decides how it stands. */
export function heldOf({ standing, valid_from, valid_until }: CredentialRow): Held {
  return { standing, validFrom: valid_from.getTime(), validUntil: valid_until?.getTime() ?? null }
}
