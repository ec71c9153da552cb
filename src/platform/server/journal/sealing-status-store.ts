import type { Transaction } from '#platform/server/database/index.ts'
import { madeAt } from './entry.ts'

/** How the seal keeps up: what the doctor and the alarms look at. */
export type SealingStatus = {
  readonly sealed: number
  /** Entries written and not yet sealed, counted up to 10,000. */
  readonly waiting: number
  /**
   * When the oldest of them was written, by the clock on the wall: a play records at moments of the past. A minute ago or more means that
   * a transaction stays open somewhere, or no sealer runs.
   */
  readonly oldestWaitingSince: Date | undefined
}

/** The sealing of one jurisdiction. */
export async function sealingStatus(tx: Transaction, jurisdiction: string): Promise<SealingStatus> {
  const [row] = await tx.query<{ sealed: bigint; waiting: bigint; oldest: string | null }>(
    `with tree as (
       select coalesce(max(size), 0) as size, coalesce(max(cursor_transaction), '0'::xid8) as transaction,
         coalesce(max(cursor_id::text)::uuid, '00000000-0000-0000-0000-000000000000') as id
       from journal.tree where jurisdiction_id = $1
     ), waiting as (
       select e.id from journal.entry e
       where e.jurisdiction_id = $1
         and (e.transaction, e.id) > ((select t.transaction from tree t), (select t.id from tree t))
         and not exists (select from journal.leaf l where l.jurisdiction_id = $1 and l.entry_id = e.id)
       limit 10000
     )
     select (select size from tree) as sealed, count(*) as waiting, min(id::text) as oldest from waiting`,
    [jurisdiction],
  )
  return {
    sealed: Number(row?.sealed ?? 0),
    waiting: Number(row?.waiting ?? 0),
    oldestWaitingSince: row?.oldest ? madeAt(row.oldest) : undefined,
  }
}
