import type { Transaction } from '#platform/server/database/index.ts'

/** The version that a stream of the record has reached, as far as the transaction may see; 0 where it has not begun. */
export async function findStreamVersion(tx: Transaction, jurisdiction: string, stream: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from journal.entry where jurisdiction_id = $1 and stream = $2',
    [jurisdiction, stream],
  )
  return row?.version ?? 0
}
