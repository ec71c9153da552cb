import { readerOf, readerOfEnterprise } from '#platform/kernel/actor.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Applicant } from '#platform/server/casework/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { enterpriseFor, findResident, mandateFor } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/** Who asks, and how the case is bound to them. */
export type Asking = {
  readonly applicant: Applicant
  readonly kind: 'person' | 'enterprise'
  /** On whose page it stands; an enterprise's stands on that of whoever acts for it. */
  readonly resident: PersonId | null
  readonly readers: readonly OrganisationId[]
  /** Whether somebody else than the applicant asks, under a mandate. */
  readonly isHelped: boolean
}

/**
 * For whom somebody asks: oneself; an enterprise that they represent or were mandated for; or who gave them a mandate for the matter that is in
 * force now. Only somebody whose identity was checked can be asked for. The transaction sees what the platform sees. Refuses:
 * `residents.mandate.none`, `residents.enterprise.none`, `casework.applicant.unverified`.
 */
export async function applicantFor(
  tx: Transaction,
  services: Services,
  { actor, now }: Pick<CallContext['call'], 'actor' | 'now'>,
  asked: { readonly matter: string; readonly resident?: string | undefined; readonly enterprise?: string | undefined },
): Promise<Result<Asking>> {
  const { jurisdiction, personalData } = services
  const { matter, enterprise } = asked
  if (enterprise !== undefined) {
    const acting = await enterpriseFor(tx, jurisdiction, { person: actor.person, code: enterprise, matter, at: now })
    if (acting === undefined) return refuse('residents.enterprise.none')
    const { code, name } = acting
    const isHelped = acting.as === 'agent'
    return ok({
      applicant: { name, number: code },
      kind: 'enterprise',
      resident: null,
      isHelped,
      readers: firm(code, matter),
    })
  }
  const resident = (asked.resident ?? actor.person) as PersonId
  const isHelped = resident !== actor.person
  if (isHelped) {
    const mandate = await mandateFor(tx, { jurisdiction, helper: actor, resident, matter, at: now })
    if (mandate === undefined) return refuse('residents.mandate.none')
  }
  const known = await findResident(tx, personalData, { jurisdiction, resident })
  if (known === undefined || known.name === null || known.number === null)
    return refuse('casework.applicant.unverified')
  const { name, number, phone } = known
  const applicant = { name, number, ...(phone !== null && { phone }) }
  return ok({ applicant, kind: 'person', resident, isHelped, readers: [readerOf(resident)] })
}

/** Whoever acts for an enterprise, in everything or in this matter. */
export function firm(code: string, matter: string): readonly OrganisationId[] {
  return [readerOfEnterprise(code), readerOfEnterprise(code, matter)]
}
