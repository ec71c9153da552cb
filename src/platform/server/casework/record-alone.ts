import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { appendStatement, isStreamMoved, type NewEntry } from '#platform/server/journal/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

const attempts = 4

/**
 * Puts on record what the platform does by itself: decides in one transaction with the platform's eyes, and decides anew where
 * somebody wrote the same version first. Gives whether there was anything to record.
 */
export async function recordAlone(
  { database, jurisdiction }: Services,
  decide: (
    tx: Transaction,
  ) => Promise<{ readonly entries: readonly NewEntry[]; readonly writes: readonly Statement[] } | undefined>,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.asSystem(jurisdiction, async (tx) => {
        const decided = await decide(tx)
        if (decided === undefined || decided.entries.length + decided.writes.length === 0) return false
        const statements = [...decided.writes, appendStatement(decided.entries)]
        await Promise.all(statements.map(({ name, text, values }) => tx.prepared(name, text, values)))
        return true
      })
    } catch (error) {
      if (!isStreamMoved(error) || attempt === attempts) throw error
    }
  }
}
