import { createHash } from 'node:crypto'
import { type Result, refuse } from '#platform/kernel/result.ts'
import type { Database, Transaction } from '#platform/server/database/index.ts'
import { inSpan } from '#platform/server/tracing/index.ts'
import type { Decision } from './decision.ts'
import { joinLane } from './lane.ts'
import { type Command, type CommandCall, type Outcome, runTogether } from './run-together.ts'

const attempts = 4

/**
 * `grouped` lets a command share a transaction with others of its scope that arrive meanwhile: for small, frequent ones.
 * `asPlatform` opens the transaction with the platform's eyes, for an act that moves what the actor may not read, as a resident's
 * answer moves a bureau's clock: the decision then asks by itself what the actor may.
 */
export type CommandOptions = { readonly grouped?: boolean; readonly asPlatform?: boolean }

/**
 * Runs a command: read, decide, write, in one transaction of two round trips. A repeat of the key gives the first answer; a
 * decision on a state that somebody changed meanwhile is taken anew, and given up as `command.conflict` where that goes on; a
 * refusal writes nothing.
 */
export async function runCommand<Answer>(
  database: Database,
  call: CommandCall,
  decide: (tx: Transaction) => Promise<Result<Decision<Answer>>>,
  options: CommandOptions = {},
): Promise<Result<Answer>> {
  const digest = createHash('sha256').update(call.route).update('\n').update(JSON.stringify(call.input)).digest()
  const command: Command = { call, digest, decide }
  return inSpan(`command ${call.route}`, {}, async () => {
    const shared = options.grouped ? await joinLane(database, command) : { kind: 'again' as const }
    return settle<Answer>(shared.kind === 'again' ? await runAlone(database, command) : shared)
  })
}

async function runAlone(database: Database, command: Command): Promise<Outcome> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const [outcome] = await database.transaction(command.call.scope, (tx) => runTogether(tx, [command]))
      return outcome ?? { kind: 'again' }
    } catch (error) {
      if (!isCollision(error)) throw error
    }
  }
  return { kind: 'answered', result: refuse('command.conflict') }
}

function settle<Answer>(outcome: Outcome): Result<Answer> {
  if (outcome.kind === 'answered') return outcome.result as Result<Answer>
  throw outcome.kind === 'thrown' ? outcome.error : new Error('a command alone cannot be in its own way')
}

/** Whether another command took a version, a key, a lock or a unique place first: this one is then decided anew. */
function isCollision(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '40001' || code === '40P01' || code === '23505'
}
