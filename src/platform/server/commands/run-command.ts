import { createHash } from 'node:crypto'
import type { Actor } from '#platform/kernel/actor.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Database, Scope, Transaction } from '#platform/server/database/index.ts'
import { appendStatement } from '#platform/server/journal/index.ts'
import { findReceipt, keepReceipt, type Receipt } from './command-store.ts'
import type { Decision, Statement } from './decision.ts'

/** One command as it came in. */
export type CommandCall = {
  readonly actor: Actor
  readonly scope: Scope
  /** The Idempotency-Key. */
  readonly key: string
  /** Method and path of the contract. */
  readonly route: string
  readonly input: unknown
  readonly now: Date
}

const attempts = 4

/**
 * Runs a command: read, decide, write, in one transaction of two round trips. A repeat of the key gives the first answer; a
 * decision on a state that somebody changed meanwhile is taken anew, and given up as `command.conflict` where that goes on; a
 * refusal writes nothing.
 */
export async function runCommand<Answer>(
  database: Database,
  call: CommandCall,
  decide: (tx: Transaction) => Promise<Result<Decision<Answer>>>,
): Promise<Result<Answer>> {
  const digest = createHash('sha256').update(call.route).update('\n').update(JSON.stringify(call.input)).digest()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(call.scope, (tx) => once(tx, call, digest, decide))
    } catch (error) {
      if (!isCollision(error)) throw error
      if (attempt === attempts) return refuse('command.conflict')
    }
  }
}

async function once<Answer>(
  tx: Transaction,
  call: CommandCall,
  digest: Buffer,
  decide: (tx: Transaction) => Promise<Result<Decision<Answer>>>,
): Promise<Result<Answer>> {
  const { jurisdiction, person } = call.actor
  const receipts = send<Receipt>(tx, findReceipt(jurisdiction, person, call.key))
  const deciding = decide(tx)
  deciding.catch(() => undefined) // a repeat is answered by its receipt, whatever would be decided now
  const [receipt] = await receipts
  if (receipt !== undefined) {
    await deciding.catch(() => undefined)
    return answerAgain<Answer>(receipt, call.route, digest)
  }
  const decision = await deciding
  if (!decision.ok) return decision
  const { answer, entries, writes } = decision.value
  const kept = keepReceipt({ jurisdiction, person, key: call.key, route: call.route, digest, answer, at: call.now })
  const statements = [...writes, appendStatement(entries)].map((statement) => send(tx, statement))
  await Promise.all([...statements, tx.finish(kept.name, kept.text, kept.values)])
  return ok(answer)
}

function answerAgain<Answer>(receipt: Receipt, route: string, digest: Buffer): Result<Answer> {
  const same = receipt.route === route && receipt.input_digest.equals(digest)
  return same ? ok(receipt.answer as Answer) : refuse('command.key-reused')
}

function send<Row extends object>(tx: Transaction, statement: Statement): Promise<Row[]> {
  return tx.prepared<Row>(statement.name, statement.text, statement.values)
}

/** Whether another command took a version, a key, a lock or a unique place first: this one is then decided anew. */
function isCollision(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '40001' || code === '40P01' || code === '23505'
}
