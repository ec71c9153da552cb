import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/**
 * What the last entry of each stream before a version says that the thing is: its `about`, or where it has none, for it is the first,
 * all of it. In the order asked for; undefined where that was erased.
 */
export async function listAbouts(
  tx: Transaction,
  jurisdiction: string,
  members: readonly { readonly stream: string; readonly version: number }[],
): Promise<(JsonObject | undefined)[]> {
  const rows = await tx.prepared<{ readonly about: JsonObject | null }>(
    'journal.list-abouts',
    `select coalesce(p.body -> 'about', p.body) as about
      from unnest($2::text[], $3::int[]) with ordinality as m (stream, version, place)
      left join lateral (
        select e.id from journal.entry e where e.jurisdiction_id = $1 and e.stream = m.stream and e.version < m.version
        order by e.version desc limit 1) e on true
      left join journal.payload p on p.jurisdiction_id = $1 and p.entry_id = e.id
      order by m.place`,
    [jurisdiction, members.map(({ stream }) => stream), members.map(({ version }) => version)],
  )
  return rows.map(({ about }) => about ?? undefined)
}
