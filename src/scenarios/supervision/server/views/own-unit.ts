import { ownUnits } from '#platform/kernel/actor.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { listDescendants } from '#platform/server/identity/index.ts'

/** The actor's unit, what was merged into it, and its sections. */
export async function unitAndSections(
  tx: Transaction,
  { actor }: Pick<CallContext['call'], 'actor'>,
): Promise<readonly string[]> {
  const below = await listDescendants(tx, actor.jurisdiction, actor.organisation)
  return [...ownUnits(actor), ...below.filter(({ kind }) => kind === 'section').map(({ id }) => id)]
}
