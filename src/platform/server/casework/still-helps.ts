import { type Actor, isResident } from '#platform/kernel/actor.ts'
import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { mandateFor } from '#platform/server/residents/index.ts'
import { caseOfStream } from './case-row.ts'
import { findCase } from './case-store.ts'

type Asked = { readonly actor: Actor; readonly now: Date; readonly jurisdiction: JurisdictionId }

/**
 * A resident who helped another with a case sees and does as much as their mandate lets them now: once it is over or withdrawn, the case
 * goes on for the applicant alone. The transaction sees what the platform sees. Refuses: `residents.mandate.none`.
 */
export async function stillHelps(
  tx: Transaction,
  { actor, now, jurisdiction }: Asked,
  id: string,
): Promise<Result<true>> {
  if (!isResident(actor)) return ok(true)
  const row = await findCase(tx, jurisdiction, id)
  const isHelper =
    row?.applicant_kind === 'person' && row.resident_id !== actor.person && row.readers.includes(actor.organisation)
  if (!isHelper) return ok(true)
  const asked = { jurisdiction, helper: actor, resident: row.resident_id as PersonId, matter: row.matter, at: now }
  return (await mandateFor(tx, asked)) === undefined ? refuse('residents.mandate.none') : ok(true)
}

/** The same of a file that was attached to the record of a stream; what is no case’s is no matter of mandates. */
export async function stillReads(tx: Transaction, asked: Asked, stream: string | null): Promise<Result<true>> {
  const id = stream === null ? undefined : caseOfStream(stream)
  return id === undefined ? ok(true) : stillHelps(tx, asked, id)
}
