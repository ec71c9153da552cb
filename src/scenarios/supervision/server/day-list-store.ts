import type { Transaction } from '#platform/server/database/index.ts'

/** Whether the lists of a day are all told. */
export async function isListed(tx: Transaction, jurisdiction: string, day: string): Promise<boolean> {
  const rows = await tx.prepared(
    'supervision.is-listed',
    'select from supervision.listed_day where jurisdiction_id = $1 and day = $2',
    [jurisdiction, day],
  )
  return rows.length > 0
}

/** Marks the lists of a day as told. */
export async function markListed(tx: Transaction, jurisdiction: string, day: string): Promise<void> {
  await tx.prepared(
    'supervision.mark-listed',
    'insert into supervision.listed_day (jurisdiction_id, day) values ($1, $2) on conflict do nothing',
    [jurisdiction, day],
  )
}

/** Who of these people has had the list of a day. */
export async function listTold(
  tx: Transaction,
  jurisdiction: string,
  day: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.prepared<{ person_id: string }>(
    'supervision.list-told',
    'select person_id from supervision.day_list where jurisdiction_id = $1 and day = $2 and person_id = any($3::uuid[])',
    [jurisdiction, day, people],
  )
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Takes people for the list of a day; gives those that nobody else has taken. */
export async function takePeople(
  tx: Transaction,
  jurisdiction: string,
  day: string,
  people: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.prepared<{ person_id: string }>(
    'supervision.take-people',
    `insert into supervision.day_list (jurisdiction_id, day, person_id) select $1, $2, p from unnest($3::uuid[]) as p order by p
      on conflict do nothing returning person_id`,
    [jurisdiction, day, people],
  )
  return rows.map(({ person_id }) => person_id)
}
