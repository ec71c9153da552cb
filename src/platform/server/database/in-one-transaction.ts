import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from './database.ts'
import { type Scope, scopeStatement } from './scope.ts'
import type { Transaction } from './transaction.ts'

/**
 * Gives work a database all of whose transactions are one: each piece of work runs under its own scope, one after the other, and all
 * are kept together or none; nobody else sees half of it. A piece that throws ends the whole, even where its caller goes on.
 */
export function inOneTransaction<T>(
  database: Database,
  jurisdiction: JurisdictionId,
  work: (inner: Database) => Promise<T>,
): Promise<T> {
  return database.asSystem(jurisdiction, async (tx) => {
    const pieces = piecesOf(tx)
    const value = await work({
      transaction: pieces.run,
      asSystem: (own, piece) => pieces.run({ jurisdiction: own, organisations: 'all' }, piece),
      connect: () => Promise.reject(new Error('work inside one transaction has no session of its own')),
      close: async () => undefined,
    })
    pieces.assertWhole()
    return value
  })
}

function piecesOf(tx: Transaction) {
  const inner: Transaction = { ...tx, finish: tx.prepared }
  let last: Promise<unknown> = Promise.resolve()
  let failure: { readonly error: unknown } | undefined
  const assertWhole = () => {
    if (failure !== undefined) throw failure.error
  }
  const take = async <T>(scope: Scope, piece: (tx: Transaction) => Promise<T>): Promise<T> => {
    assertWhole()
    try {
      const [, value] = await Promise.all([tx.query(scopeStatement(scope)), piece(inner)])
      return value
    } catch (error) {
      failure ??= { error }
      throw error
    }
  }
  const run = <T>(scope: Scope, piece: (tx: Transaction) => Promise<T>): Promise<T> => {
    const turn = last.then(() => take(scope, piece))
    last = turn.catch(() => undefined)
    return turn
  }
  return { run, assertWhole }
}
