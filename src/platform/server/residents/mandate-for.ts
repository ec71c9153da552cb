import type { JurisdictionId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { covers } from './domain/mandate-rules.ts'
import { listBetween } from './mandate-store.ts'

/** Who wants to act for whom, in which matter. */
export type MandateAsked = {
  readonly jurisdiction: JurisdictionId
  /** A resident without a post, or an official in the post in which they act now. */
  readonly helper: { readonly person: PersonId; readonly post?: PostId | undefined }
  readonly resident: PersonId
  readonly matter: string
  readonly at: Date
}

/**
 * The mandate under which a helper may do a matter for a resident at an instant; undefined where there is none, it has ended, or it was
 * withdrawn. To be asked inside the transaction that acts on it.
 * @example `if (!(await mandateFor(tx, { jurisdiction, helper: call.actor, resident, matter, at: call.now }))) return refuse('residents.mandate.none')`
 */
export async function mandateFor(
  tx: Transaction,
  { jurisdiction, helper, resident, matter, at }: MandateAsked,
): Promise<{ readonly id: string; readonly until: Date } | undefined> {
  const between = await listBetween(tx, jurisdiction, { resident, helper: helper.person })
  const found = between
    .filter(({ helper_kind, helper_post }) => helper_kind === 'resident' || helper_post === helper.post)
    .find((mandate) => covers(mandate, matter, at))
  return found && { id: found.id, until: found.ends_at }
}
