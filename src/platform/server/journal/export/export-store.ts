import type { TreeHead } from '#platform/contract/journal-contract.ts'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryRow, entryColumns } from '../entry-row.ts'
import { type HeadRow, headColumns, headOf } from '../head-store.ts'

export type ExportRow = EntryRow & {
  readonly position: bigint
  readonly hash: Buffer
  readonly salt: Buffer | null
  readonly body: JsonObject | null
}

/** Sealed entries from one position up to and without another, with what their hashes were made of. */
export function listForExport(tx: Transaction, jurisdiction: string, from: number, upTo: number): Promise<ExportRow[]> {
  return tx.prepared<ExportRow>(
    'journal.list-for-export',
    `select l.position, l.hash, ${entryColumns}, p.salt, p.body
     from journal.leaf l
     join journal.entry e on e.jurisdiction_id = l.jurisdiction_id and e.id = l.entry_id
     left join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
     where l.jurisdiction_id = $1 and l.position >= $2 and l.position < $3
     order by l.position`,
    [jurisdiction, from, upTo],
  )
}

/** Signed heads above one size and up to another. */
export async function listHeads(
  tx: Transaction,
  jurisdiction: string,
  above: number,
  upTo: number,
): Promise<TreeHead[]> {
  const rows = await tx.query<HeadRow>(
    `select ${headColumns} from journal.head where jurisdiction_id = $1 and size > $2 and size <= $3 order by size`,
    [jurisdiction, above, upTo],
  )
  return rows.map(headOf)
}
