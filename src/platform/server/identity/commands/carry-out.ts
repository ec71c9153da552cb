import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Database, Transaction } from '#platform/server/database/index.ts'
import { appendEntries, refuseMoved } from '#platform/server/journal/index.ts'

/** Carries out one decision after another inside a transaction. */
export type Perform = <Answer>(decision: Result<Decision<Answer>>) => Promise<Result<Answer>>

/** Carries out a decision outside of a request: for the operator at the machine, and for tests. */
export function carryOut<Answer>(
  database: Database,
  jurisdiction: JurisdictionId,
  decide: (tx: Transaction) => Promise<Result<Decision<Answer>>>,
): Promise<Result<Answer>> {
  return carryOutTogether(database, jurisdiction, async (tx, perform) => perform(await decide(tx)))
}

/** Carries out several decisions of which each may read what the one before wrote; a refusal undoes them all. */
export async function carryOutTogether<Answer>(
  database: Database,
  jurisdiction: JurisdictionId,
  work: (tx: Transaction, perform: Perform) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const undone = new Error('refused')
  let answer: Result<Answer> | undefined
  const transaction = database.asSystem(jurisdiction, async (tx) => {
    answer = await work(tx, (decision) => perform(tx, decision))
    if (!answer.ok) throw undone
    return answer
  })
  try {
    return await refuseMoved(transaction)
  } catch (error) {
    if (error === undone && answer) return answer
    throw error
  }
}

async function perform<Answer>(tx: Transaction, decision: Result<Decision<Answer>>): Promise<Result<Answer>> {
  if (!decision.ok) return decision
  const { answer, entries, writes } = decision.value
  for (const { name, text, values } of writes) await tx.prepared(name, text, values)
  await appendEntries(tx, entries)
  return ok(answer)
}
