import type { TreeHead } from '#platform/contract/journal-contract.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** The newest signed head; undefined where nothing has been sealed yet. */
export async function latestHead(tx: Transaction, jurisdiction: string): Promise<TreeHead | undefined> {
  const [row] = await tx.query<HeadRow>(
    `select ${headColumns} from journal.head where jurisdiction_id = $1 order by size desc limit 1`,
    [jurisdiction],
  )
  return row && headOf(row)
}

export type HeadRow = {
  readonly jurisdiction_id: string
  readonly size: bigint
  readonly root: Buffer
  readonly at: Date
  readonly key_id: string
  readonly signature: Buffer
}

export const headColumns = 'jurisdiction_id, size, root, at, key_id, signature'

export function headOf(row: HeadRow): TreeHead {
  return {
    jurisdiction: row.jurisdiction_id,
    size: String(row.size),
    root: row.root.toString('hex'),
    at: row.at.toISOString(),
    keyId: row.key_id,
    signature: row.signature.toString('base64url'),
  }
}
