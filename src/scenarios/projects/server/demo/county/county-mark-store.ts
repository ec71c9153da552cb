import type { Transaction } from '#platform/server/database/index.ts'

/** The entries of the play's stream, first ones first. */
export function listPlayed(
  tx: Transaction,
  jurisdiction: string,
  stream: string,
): Promise<{ body: Readonly<Record<string, unknown>> }[]> {
  return tx.query(
    `select p.body from journal.entry e join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
      where e.jurisdiction_id = $1 and e.stream = $2 order by e.version`,
    [jurisdiction, stream],
  )
}
