import type { Transaction } from '#platform/server/database/index.ts'

/** Who looked at the grounds of a lamp or plate, and when first on that day. */
export type LookRow = { readonly person_id: string; readonly post_id: string; readonly first_at: Date }

/** Records a look, once a day for each person and post. */
export async function recordLook(
  tx: Transaction,
  look: {
    readonly jurisdiction: string
    /** A node or a plate. */
    readonly thing: string
    readonly person: string
    readonly post: string
    readonly day: string
    readonly at: Date
    readonly readers: readonly string[] | null
  },
): Promise<void> {
  await tx.prepared(
    'projects.record-look',
    `insert into projects.look (jurisdiction_id, thing_id, person_id, post_id, day, first_at, readers)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [look.jurisdiction, look.thing, look.person, look.post, look.day, look.at, look.readers],
  )
}

/** The looks at the grounds of a node or plate, latest first, at most 100. */
export function listLooks(tx: Transaction, jurisdiction: string, thing: string): Promise<LookRow[]> {
  return tx.prepared<LookRow>(
    'projects.list-looks',
    `select person_id, post_id, first_at from projects.look where jurisdiction_id = $1 and thing_id = $2
      order by first_at desc limit 100`,
    [jurisdiction, thing],
  )
}
