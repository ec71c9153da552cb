import type { Transaction } from '#platform/server/database/index.ts'

/** Asks for nothing; answers where the database does. */
export async function ping(tx: Transaction): Promise<void> {
  await tx.query('select 1')
}

/** How many entries the record holds. */
export async function countEntries(tx: Transaction, jurisdiction: string): Promise<number> {
  const [row] = await tx.query<{ entries: number }>(
    'select count(*)::int as entries from journal.entry where jurisdiction_id = $1',
    [jurisdiction],
  )
  return row?.entries ?? 0
}
