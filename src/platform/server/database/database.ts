import { Pool, type PoolClient, TypeOverrides } from 'pg'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { inSpan } from '#platform/server/tracing/index.ts'
import { openingStatement, type Scope } from './scope.ts'
import { type Transaction, transactionOn } from './transaction.ts'

/** The application's own way to PostgreSQL: every statement runs inside a transaction under a scope. */
export type Database = {
  /** Runs `work` in one transaction; commits what it returns, rolls back when it throws. */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** As `transaction`, for workers and projections: every row of one jurisdiction. */
  asSystem<T>(jurisdiction: JurisdictionId, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** A session of its own for LISTEN and long copies; the caller releases it. */
  connect(): Promise<PoolClient>
  close(): Promise<void>
}

/** A database with a pool of its own. */
export type PooledDatabase = Database & { load(): PoolLoad }

/** How busy a pool is: connections open, those of them that idle, and the work that waits for one. */
export type PoolLoad = { readonly open: number; readonly idle: number; readonly waiting: number; readonly most: number }

/** Connection settings: a PostgreSQL URL of the role in use, and how many connections at most. */
export type DatabaseOptions = { readonly url: string; readonly connections?: number; readonly name?: string }

const int8 = 20

/** Opens a pool for one role. Connections are pipelined: a statement does not wait for the answer to the one before. */
export function openDatabase(options: DatabaseOptions): PooledDatabase {
  const types = new TypeOverrides()
  types.setTypeParser(int8, (text: string) => BigInt(text))
  const pool = new Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    application_name: options.name ?? 'xianqu',
    types,
    ...{ pipeline: true },
  })
  pool.on('error', () => undefined) // an idle connection that died is replaced at the next use
  // PostgreSQL may end a connection in the very packet that opens it, before anybody who asked for it can listen
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const transaction = <T>(scope: Scope, work: (tx: Transaction) => Promise<T>) =>
    inSpan('transaction', { 'db.system.name': 'postgresql' }, () => inTransaction(pool, scope, work))
  return {
    transaction,
    asSystem: (jurisdiction, work) => transaction({ jurisdiction, organisations: 'all' }, work),
    connect: () => pool.connect(),
    close: () => pool.end(),
    load: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount, most: pool.options.max }),
  }
}

async function inTransaction<T>(pool: Pool, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const opening = openingStatement(scope)
  const client = await pool.connect()
  let broken: Error | undefined
  const watch = (error: Error) => {
    broken = error
  }
  client.on('error', watch)
  try {
    const begun = client.query(opening)
    begun.catch(() => undefined) // its failure is met below, after the work that was sent behind it
    const { tx, finished } = transactionOn(client)
    try {
      const value = await work(tx)
      await begun
      if (!finished()) await commit(client)
      return value
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => watch(lost))
      throw error
    }
  } finally {
    client.off('error', watch)
    client.release(broken)
  }
}

async function commit(client: PoolClient): Promise<void> {
  const end = await client.query('commit')
  if (end.command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it had failed')
}
