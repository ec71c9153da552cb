import type { Transaction } from '#platform/server/database/index.ts'

/** The version that a stream of the record has reached, as far as the transaction may see; 0 where it has not begun. */
export async function findStreamVersion(tx: Transaction, jurisdiction: string, stream: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from journal.entry where jurisdiction_id = $1 and stream = $2',
    [jurisdiction, stream],
  )
  return row?.version ?? 0
}

/** Those of the streams that have begun. */
export async function listStreamsBegun(
  tx: Transaction,
  jurisdiction: string,
  streams: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ stream: string }>(
    'select stream from journal.entry where jurisdiction_id = $1 and stream = any($2) and version = 1',
    [jurisdiction, streams],
  )
  return rows.map(({ stream }) => stream)
}

/** One entry of the record that concerns accounts and powers. */
export type IdentityRecord = {
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly stream: string
  readonly actorPerson: string | null
  readonly actorPost: string | null
  readonly actorSystem: string | null
  readonly facts: Record<string, unknown> | null
}

/** What the record says of accounts and powers, newest first; of one person, or of the whole county. */
export function listIdentityRecord(
  tx: Transaction,
  jurisdiction: string,
  page: { readonly person?: string | undefined; readonly before?: string | undefined; readonly limit: number },
): Promise<IdentityRecord[]> {
  const streams = page.person && [`identity.account/${page.person}`, `identity.person/${page.person}`]
  return tx.query<IdentityRecord>(
    `select e.id, e.kind, e.at, e.stream, e.actor_person as "actorPerson", e.actor_post as "actorPost",
      e.actor_system as "actorSystem", p.body as facts
    from journal.entry e left join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
    where e.jurisdiction_id = $1 and e.kind like 'identity.%' and ($2::text[] is null or e.stream = any($2))
      and ($3::uuid is null or e.id < $3)
    order by e.id desc limit $4`,
    [jurisdiction, streams ?? null, page.before ?? null, page.limit],
  )
}
