import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Applicant } from '#platform/server/casework/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findResident, mandateFor } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/**
 * For whom somebody asks: oneself, or who gave them a mandate for the matter that is in force now. Only somebody whose identity was
 * checked can be asked for. Refuses: `residents.mandate.none`, `casework.applicant.unverified`.
 */
export async function applicantFor(
  tx: Transaction,
  services: Services,
  { actor, now }: Pick<CallContext['call'], 'actor' | 'now'>,
  asked: { readonly matter: string; readonly resident?: string | undefined },
): Promise<Result<{ readonly applicant: Applicant; readonly resident: PersonId }>> {
  const { jurisdiction, personalData } = services
  const resident = (asked.resident ?? actor.person) as PersonId
  if (resident !== actor.person) {
    const mandate = await mandateFor(tx, { jurisdiction, helper: actor, resident, matter: asked.matter, at: now })
    if (mandate === undefined) return refuse('residents.mandate.none')
  }
  const known = await findResident(tx, personalData, { jurisdiction, resident })
  if (known === undefined || known.name === null || known.number === null)
    return refuse('casework.applicant.unverified')
  const { name, number, phone } = known
  return ok({ applicant: { name, number, ...(phone !== null && { phone }) }, resident })
}
