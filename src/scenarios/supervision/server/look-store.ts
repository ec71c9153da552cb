import type { Transaction } from '#platform/server/database/index.ts'

/** A look at the facts of an obligation. */
export type LookRow = { readonly person_id: string; readonly post_id: string; readonly first_at: Date }

/** Puts a look on record, once a day and post. */
export async function recordLook(
  tx: Transaction,
  look: LookRow & { readonly jurisdiction: string; readonly obligation: string; readonly day: string },
): Promise<void> {
  await tx.prepared(
    'supervision.record-look',
    `insert into supervision.look (jurisdiction_id, obligation_id, person_id, post_id, day, first_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [look.jurisdiction, look.obligation, look.person_id, look.post_id, look.day, look.first_at],
  )
}

/** Who looked at the facts of an obligation, newest first. */
export function listLooks(tx: Transaction, jurisdiction: string, obligation: string): Promise<LookRow[]> {
  return tx.prepared<LookRow>(
    'supervision.list-looks',
    `select person_id, post_id, first_at from supervision.look where jurisdiction_id = $1 and obligation_id = $2
      order by first_at desc limit 50`,
    [jurisdiction, obligation],
  )
}
