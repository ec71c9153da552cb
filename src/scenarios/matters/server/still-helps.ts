import { isResident } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { findCase } from '#platform/server/casework/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { mandateFor } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/**
 * A resident who helped another with a case sees and does as much as their mandate lets them now: once it is over or withdrawn, the case
 * goes on for the applicant alone. The transaction sees what the platform sees. Refuses: `residents.mandate.none`.
 */
export async function stillHelps(
  tx: Transaction,
  { jurisdiction }: Services,
  { actor, now }: Pick<CallContext['call'], 'actor' | 'now'>,
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
