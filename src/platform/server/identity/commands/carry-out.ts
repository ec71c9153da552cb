import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Database, Transaction } from '#platform/server/database/index.ts'
import { appendEntries, refuseMoved } from '#platform/server/journal/index.ts'

/** Carries out a decision outside of a request: for the operator at the machine, and for tests. */
export function carryOut<Answer>(
  database: Database,
  jurisdiction: JurisdictionId,
  decide: (tx: Transaction) => Promise<Result<Decision<Answer>>>,
): Promise<Result<Answer>> {
  return refuseMoved(
    database.asSystem(jurisdiction, async (tx) => {
      const decision = await decide(tx)
      if (!decision.ok) return decision
      const { answer, entries, writes } = decision.value
      for (const { name, text, values } of writes) await tx.prepared(name, text, values)
      await appendEntries(tx, entries)
      return ok(answer)
    }),
  )
}
