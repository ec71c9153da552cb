import type { Transaction } from '#platform/server/database/index.ts'

/** An attempt as it is stored. */
export type AttemptRow = {
  readonly id: string
  readonly person_id: string
  readonly post_id: string
  readonly organisation_id: string
  readonly subject: string
  readonly act: string
  readonly at: Date
  readonly readers: readonly string[]
}

/** Keeps an attempt; false where the same person tried the same thing on the same day already. */
export async function insertAttempt(
  tx: Transaction,
  jurisdiction: string,
  row: AttemptRow & { readonly day: string },
): Promise<boolean> {
  const rows = await tx.prepared(
    'refused-access.insert',
    `insert into refused_access.attempt (jurisdiction_id, id, person_id, post_id, organisation_id, subject, act, at, day, readers)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint attempt_once_a_day do nothing returning id`,
    [
      ...[jurisdiction, row.id, row.person_id, row.post_id, row.organisation_id],
      ...[row.subject, row.act, row.at, row.day, row.readers],
    ],
  )
  return rows.length === 1
}

/** Attempts that the transaction may see, the last first. */
export function listAttempts(
  tx: Transaction,
  jurisdiction: string,
  wanted: { readonly before: Date; readonly limit: number },
): Promise<AttemptRow[]> {
  return tx.prepared<AttemptRow>(
    'refused-access.list',
    `select id, person_id, post_id, organisation_id, subject, act, at, readers from refused_access.attempt
      where jurisdiction_id = $1 and at < $2 order by at desc, id limit $3`,
    [jurisdiction, wanted.before, wanted.limit],
  )
}

/** The posts that a permission lets look at what an organisation's people do. */
export async function listSupervisors(
  tx: Transaction,
  jurisdiction: string,
  { permission, organisation }: { readonly permission: string; readonly organisation: string },
): Promise<string[]> {
  const rows = await tx.prepared<{ post: string }>(
    'refused-access.supervisors',
    `select h.post_id as post from identity.permission h
      join identity.post t on t.jurisdiction_id = $1 and t.id = h.post_id and t.valid_to is null
      join identity.organisation o on o.jurisdiction_id = $1 and o.id = $3
      where h.jurisdiction_id = $1 and h.permission = $2 and (h.scope = 'jurisdiction'
        or h.scope = 'subtree' and t.organisation_id = any(o.path) or h.scope = 'unit' and t.organisation_id = o.id)
      order by h.post_id`,
    [jurisdiction, permission, organisation],
  )
  return rows.map(({ post }) => post)
}
