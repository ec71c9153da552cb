import type { Transaction } from '#platform/server/database/index.ts'

/** When the obligation that has waited longest for the sweep was due. */
export async function oldestObligationDue(tx: Transaction, jurisdiction: string): Promise<Date | undefined> {
  const [row] = await tx.query<{ due: Date | null }>(
    `select least(
        (select min(next_due_at) from obligations.clock where jurisdiction_id = $1 and shared and next_due_at is not null),
        (select min(next_due_at) from obligations.clock where jurisdiction_id = $1 and not shared and next_due_at is not null)) as due`,
    [jurisdiction],
  )
  return row?.due ?? undefined
}
