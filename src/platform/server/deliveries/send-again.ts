import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findDead, reviveMessages } from './desk-store.ts'

/** Lets messages be tried again that could not be delivered. Refuses: `deliveries.message.alive`. */
export async function decideSendingAgain(
  tx: Transaction,
  { actor, now }: CommandCall,
  messages: readonly string[],
): Promise<Result<Decision<{ readonly again: number }>>> {
  const { jurisdiction } = actor
  const dead = await findDead(tx, jurisdiction, messages)
  if (dead.length === 0) return refuse('deliveries.message.alive')
  const entries = dead.map(({ id, version, channel, reason, attempts }) => ({
    ...{
      jurisdiction,
      stream: `deliveries.message/${id}`,
      version: version + 1,
      kind: 'deliveries.message.sent-again',
    },
    ...{ recordedAt: now, actor, readers: [], payload: { channel, reason, attempts } },
  }))
  const ids = dead.map(({ id }) => id)
  return ok({ answer: { again: dead.length }, entries, writes: [reviveMessages(jurisdiction, ids, now)] })
}
