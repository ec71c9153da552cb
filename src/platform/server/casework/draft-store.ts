import type { Transaction } from '#platform/server/database/index.ts'

/** A draft as it is stored. */
export type DraftRow = { readonly matter: string; readonly sealed: Buffer; readonly saved_at: Date }

/** A resident's draft for a matter. */
export async function findDraft(
  tx: Transaction,
  jurisdiction: string,
  of: { readonly resident: string; readonly matter: string },
): Promise<DraftRow | undefined> {
  const [row] = await tx.prepared<DraftRow>(
    'casework.find-draft',
    'select matter, sealed, saved_at from casework.draft where jurisdiction_id = $1 and resident_id = $2 and matter = $3',
    [jurisdiction, of.resident, of.matter],
  )
  return row
}

/** Keeps a draft; the one before is overwritten. */
export async function keepDraft(
  tx: Transaction,
  jurisdiction: string,
  draft: DraftRow & { readonly resident: string },
): Promise<void> {
  await tx.prepared(
    'casework.keep-draft',
    `insert into casework.draft (jurisdiction_id, resident_id, matter, sealed, saved_at) values ($1, $2, $3, $4, $5)
      on conflict (jurisdiction_id, resident_id, matter) do update set sealed = excluded.sealed, saved_at = excluded.saved_at`,
    [jurisdiction, draft.resident, draft.matter, draft.sealed, draft.saved_at],
  )
}

/** Throws a draft away. */
export async function dropDraft(
  tx: Transaction,
  jurisdiction: string,
  of: { readonly resident: string; readonly matter: string },
): Promise<void> {
  await tx.prepared(
    'casework.drop-draft',
    'delete from casework.draft where jurisdiction_id = $1 and resident_id = $2 and matter = $3',
    [jurisdiction, of.resident, of.matter],
  )
}
