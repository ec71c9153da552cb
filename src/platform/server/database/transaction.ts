import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { PoolClient } from 'pg'
import { inSpan } from '#platform/server/tracing/index.ts'
import { gatherer } from './gather.ts'

/** What a statement gives back. */
export type Rows<Row> = { readonly rows: Row[]; readonly count: number }

/**
 * One open transaction. Statements sent without awaiting the one before travel in one round trip.
 * @example
 * const [node, plan] = await Promise.all([tx.query(nodeSql, [id]), tx.query(planSql, [id])])
 */
export type Transaction = {
  /** The rows of one parametrised statement. `int8` arrives as bigint, `timestamptz` as Date, `numeric` as string. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** As `query`, prepared once under `name` on each connection: for statements of the hot path. */
  prepared<Row extends object = Record<string, unknown>>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]>
  /**
   * One row by its `id`. What is asked for in the same breath is one statement: `text` takes `values` and then, as its last
   * parameter, the ids as an array.
   */
  one<Row extends { readonly id: string }>(
    name: string,
    text: string,
    values: readonly unknown[],
    id: string,
  ): Promise<Row | undefined>
  /** Runs a query that Kysely has composed. */
  run<Row>(query: { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } }): Promise<Row[]>
  /** As `prepared`, and commits in the same round trip; nothing may follow it. */
  finish<Row extends object = Record<string, unknown>>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]>
}

/** A Kysely that composes and never connects; give its queries to `tx.run`. */
export function composer<DB>(): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** The transaction over one connection, and whether `finish` has ended it. */
export function transactionOn(client: PoolClient): { readonly tx: Transaction; readonly finished: () => boolean } {
  let finished = false
  const send = async <Row extends object>(name: string | undefined, text: string, values: readonly unknown[]) => {
    if (finished) throw new Error('the transaction has ended; nothing may follow finish()')
    const query = name === undefined ? { text, values: [...values] } : { name, text, values: [...values] }
    const result = await inSpan(name ?? verbOf(text), { 'db.system.name': 'postgresql' }, () =>
      client.query<Row>(query),
    )
    return result.rows
  }
  const gather = gatherer((name, text, values) => send(name, text, values))
  const tx: Transaction = {
    one: async <Row>(name: string, text: string, values: readonly unknown[], id: string) =>
      (await gather(name, text, values, id)) as Row | undefined,
    query: (text, values = []) => send(undefined, text, values),
    prepared: (name, text, values) => send(name, text, values),
    run: async <Row>(query: { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } }) => {
      const compiled = query.compile()
      return (await send<object>(undefined, compiled.sql, compiled.parameters)) as Row[]
    },
    finish: async <Row extends object>(name: string, text: string, values: readonly unknown[]) => {
      const rows = send<Row>(name, text, values)
      finished = true
      const [kept, end] = await Promise.all([rows, client.query('commit')])
      if (end.command !== 'COMMIT') throw new Error('the transaction was rolled back')
      return kept
    },
  }
  return { tx, finished: () => finished }
}

/** What an unnamed statement does, as traces call it. */
function verbOf(text: string): string {
  return /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement'
}
