import type { Transaction } from '#platform/server/database/index.ts'

/** A draft as it is stored. */
export type DraftRow = {
  readonly matter: string
  readonly sealed: Buffer
  readonly saved_at: Date
  /** When it is gone by itself; a resident's stays. */
  readonly until: Date | null
}

/** Whose draft for which matter: a resident's, or a clerk's at a window. */
export type DraftOf = { readonly person: string; readonly matter: string }

/** Somebody's draft for a matter, unless its time is over. */
export async function findDraft(
  tx: Transaction,
  jurisdiction: string,
  { person, matter, now }: DraftOf & { readonly now: Date },
): Promise<DraftRow | undefined> {
  const [row] = await tx.prepared<DraftRow>(
    'casework.find-draft',
    `select matter, sealed, saved_at, until from casework.draft
      where jurisdiction_id = $1 and resident_id = $2 and matter = $3 and (until is null or until > $4)`,
    [jurisdiction, person, matter, now],
  )
  return row
}

/** Keeps a draft; the one before is overwritten. */
export async function keepDraft(tx: Transaction, jurisdiction: string, draft: DraftRow & DraftOf): Promise<void> {
  await tx.prepared(
    'casework.keep-draft',
    `insert into casework.draft (jurisdiction_id, resident_id, matter, sealed, saved_at, until) values ($1, $2, $3, $4, $5, $6)
      on conflict (jurisdiction_id, resident_id, matter)
      do update set sealed = excluded.sealed, saved_at = excluded.saved_at, until = excluded.until`,
    [jurisdiction, draft.person, draft.matter, draft.sealed, draft.saved_at, draft.until],
  )
}

/** Throws a draft away. */
export async function dropDraft(tx: Transaction, jurisdiction: string, { person, matter }: DraftOf): Promise<void> {
  await tx.prepared(
    'casework.drop-draft',
    'delete from casework.draft where jurisdiction_id = $1 and resident_id = $2 and matter = $3',
    [jurisdiction, person, matter],
  )
}

/** Throws away drafts whose time is over; gives how many. */
export async function dropDraftsOver(
  tx: Transaction,
  jurisdiction: string,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<number> {
  const rows = await tx.prepared(
    'casework.drop-drafts-over',
    `delete from casework.draft d using (select resident_id, matter from casework.draft
        where jurisdiction_id = $1 and until <= $2 order by until limit $3 for update skip locked) over
      where d.jurisdiction_id = $1 and d.resident_id = over.resident_id and d.matter = over.matter returning 1`,
    [jurisdiction, now, limit],
  )
  return rows.length
}
