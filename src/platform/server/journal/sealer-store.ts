import type { TreeHead } from '#platform/contract/journal-contract.ts'
import type { CompletedSubtree, Frontier } from '#platform/kernel/merkle/index.ts'
import { hashLength } from '#platform/kernel/merkle/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type EntryRow, entryColumns } from './entry-row.ts'

/** The place up to which entries have leaves, in the order of sealing. */
export type Cursor = { readonly transaction: string; readonly id: string }

/** Where the sealer of a jurisdiction stands; the cluster is empty until the cursor belongs to one. */
export type TreeState = { readonly frontier: Frontier; readonly cursor: Cursor; readonly cluster: string }

/** What may be sealed now: transactions below the horizon have all ended, from the ceiling on none has begun. */
export type Horizon = { readonly transaction: string; readonly ceiling: string; readonly cluster: string }

export type UnsealedRow = EntryRow & { readonly transaction: string }

export const beginning: Cursor = { transaction: '0', id: '00000000-0000-0000-0000-000000000000' }

/** Takes the sealer's lock until the transaction ends; undefined where another sealer holds it. */
export async function lockTree(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly state: TreeState; readonly horizon: Horizon } | undefined> {
  const [[lock], [tree], [horizon]] = await Promise.all([
    tx.query<{ held: boolean }>(`select pg_try_advisory_xact_lock(hashtext('journal.sealer'), hashtext($1)) as held`, [
      jurisdiction,
    ]),
    tx.query<TreeRow>(
      `select size, frontier, cursor_transaction::text, cursor_id, cluster from journal.tree where jurisdiction_id = $1`,
      [jurisdiction],
    ),
    tx.query<Horizon>(`select pg_snapshot_xmin(pg_current_snapshot())::text as transaction,
      pg_snapshot_xmax(pg_current_snapshot())::text as ceiling,
      (select system_identifier::text from pg_control_system()) as cluster`),
  ])
  return lock?.held && horizon ? { state: stateOf(tree), horizon } : undefined
}

/** The next entries without a leaf, in sealing order, of transactions that have all ended. */
export function listSealable(
  tx: Transaction,
  jurisdiction: string,
  after: Cursor,
  horizon: Horizon,
  limit: number,
): Promise<UnsealedRow[]> {
  return tx.prepared<UnsealedRow>(
    'journal.list-sealable',
    `select ${entryColumns}, e.transaction::text from journal.entry e
     where e.jurisdiction_id = $1 and (e.transaction, e.id) > ($2::xid8, $3::uuid) and e.transaction < $4::xid8
       and not exists (select from journal.leaf l where l.jurisdiction_id = $1 and l.entry_id = e.id)
     order by e.transaction, e.id limit $5`,
    [jurisdiction, after.transaction, after.id, horizon.transaction, limit],
  )
}

/** Every visible entry without a leaf, whatever its transaction's number: what a restored database brings along. */
export function listAdoptable(tx: Transaction, jurisdiction: string, limit: number): Promise<UnsealedRow[]> {
  return tx.query<UnsealedRow>(
    `select ${entryColumns}, e.transaction::text from journal.entry e
     where e.jurisdiction_id = $1
       and not exists (select from journal.leaf l where l.jurisdiction_id = $1 and l.entry_id = e.id)
     order by e.transaction, e.id limit $2`,
    [jurisdiction, limit],
  )
}

/** What one run of the sealer adds. */
export type Growth = {
  readonly jurisdiction: string
  readonly leaves: readonly { readonly position: number; readonly entryId: string; readonly hash: Uint8Array }[]
  readonly subtrees: readonly CompletedSubtree[]
  readonly heads: readonly TreeHead[]
}

export async function saveGrowth(tx: Transaction, { jurisdiction, leaves, subtrees, heads }: Growth): Promise<void> {
  await Promise.all([
    tx.prepared(
      'journal.save-leaves',
      `insert into journal.leaf (jurisdiction_id, position, entry_id, hash)
       select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[])`,
      [
        jurisdiction,
        leaves.map((leaf) => leaf.position),
        leaves.map((leaf) => leaf.entryId),
        leaves.map((leaf) => leaf.hash),
      ],
    ),
    tx.prepared(
      'journal.save-subtrees',
      `insert into journal.subtree (jurisdiction_id, level, index, hash)
       select $1, * from unnest($2::smallint[], $3::bigint[], $4::bytea[])`,
      [
        jurisdiction,
        subtrees.map((one) => one.level),
        subtrees.map((one) => one.index),
        subtrees.map((one) => one.hash),
      ],
    ),
    tx.prepared(
      'journal.save-heads',
      `insert into journal.head (jurisdiction_id, size, root, at, key_id, signature)
       select $1, * from unnest($2::bigint[], $3::bytea[], $4::timestamptz[], $5::text[], $6::bytea[])`,
      [
        jurisdiction,
        heads.map((head) => head.size),
        heads.map((head) => Buffer.from(head.root, 'hex')),
        heads.map((head) => head.at),
        heads.map((head) => head.keyId),
        heads.map((head) => Buffer.from(head.signature, 'base64url')),
      ],
    ),
  ])
}

export async function saveState(tx: Transaction, jurisdiction: string, state: TreeState): Promise<void> {
  await tx.prepared(
    'journal.save-state',
    `insert into journal.tree (jurisdiction_id, size, frontier, cursor_transaction, cursor_id, cluster)
     values ($1, $2, $3, $4::xid8, $5, $6)
     on conflict (jurisdiction_id) do update set size = excluded.size, frontier = excluded.frontier,
       cursor_transaction = excluded.cursor_transaction, cursor_id = excluded.cursor_id, cluster = excluded.cluster`,
    [
      jurisdiction,
      state.frontier.size,
      Buffer.concat(state.frontier.peaks),
      state.cursor.transaction,
      state.cursor.id,
      state.cluster,
    ],
  )
}

type TreeRow = {
  readonly size: bigint
  readonly frontier: Buffer
  readonly cursor_transaction: string
  readonly cursor_id: string
  readonly cluster: string
}

function stateOf(row: TreeRow | undefined): TreeState {
  if (row === undefined) return { frontier: { size: 0, peaks: [] }, cursor: beginning, cluster: '' }
  const peaks = Array.from({ length: row.frontier.length / hashLength }, (_, i) =>
    row.frontier.subarray(i * hashLength, (i + 1) * hashLength),
  )
  return {
    frontier: { size: Number(row.size), peaks },
    cursor: { transaction: row.cursor_transaction, id: row.cursor_id },
    cluster: row.cluster,
  }
}
