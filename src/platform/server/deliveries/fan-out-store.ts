import type { Transaction } from '#platform/server/database/index.ts'
import { placesAPosition } from '#platform/server/notices/index.ts'

/** A notice as it stands in the inbox. */
export type NoticeRow = {
  readonly audience: string
  readonly position: bigint
  readonly ordinal: number
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly link: string
  readonly at: Date
  readonly confidential: boolean
  /** What of something confidential may be told outside. */
  readonly outside_zh: string | null
  readonly outside_en: string | null
}

const positionsPerStep = 1000 * placesAPosition

/**
 * Locks the cursor and gives the stretch of the record whose notices are there and have not been made messages. Undefined where another
 * process is at it. The first look begins at what is told from now on.
 */
export async function lockStretch(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly from: bigint; readonly upTo: bigint } | undefined> {
  await tx.query(
    `insert into deliveries.cursor (jurisdiction_id, position)
      select $1, coalesce((select position * ${placesAPosition} from journal.projection where jurisdiction_id = $1 and name = 'notices'), 0)
      on conflict do nothing`,
    [jurisdiction],
  )
  const [row] = await tx.query<{ position: bigint; told: bigint }>(
    `select c.position, coalesce((select position * ${placesAPosition} from journal.projection where jurisdiction_id = $1 and name = 'notices'), 0) as told
      from deliveries.cursor c where c.jurisdiction_id = $1 for update of c skip locked`,
    [jurisdiction],
  )
  if (row === undefined) return undefined
  const most = row.position + BigInt(positionsPerStep)
  return { from: row.position, upTo: row.told < most ? row.told : most }
}

/** Lets the first look begin at the beginning of the record; a county that has looked already is left as it is. */
export async function beginAtOnce(tx: Transaction, jurisdiction: string): Promise<void> {
  await tx.query('insert into deliveries.cursor (jurisdiction_id, position) values ($1, 0) on conflict do nothing', [
    jurisdiction,
  ])
}

/** The notices of a stretch, from one position up to and without another. */
export function listNotices(tx: Transaction, jurisdiction: string, from: bigint, upTo: bigint): Promise<NoticeRow[]> {
  return tx.prepared<NoticeRow>(
    'deliveries.list-notices',
    `select audience, position, ordinal, kind, zh, en, link, at, readers is not null as confidential, outside_zh, outside_en
      from notices.notice where jurisdiction_id = $1 and position >= $2 and position < $3 order by position, ordinal`,
    [jurisdiction, from, upTo],
  )
}

/** Notes up to where notices have been made messages. */
export async function saveCursor(tx: Transaction, jurisdiction: string, position: bigint): Promise<void> {
  await tx.query('update deliveries.cursor set position = $2 where jurisdiction_id = $1', [jurisdiction, position])
}

/** A notice bound for a receiver. */
export type BoundNotice = Omit<NoticeRow, 'audience' | 'confidential' | 'outside_zh' | 'outside_en'> & {
  readonly id: string
  readonly channel: string
  readonly recipient: string
  readonly key: string
  readonly dueAt: Date
}

/** Makes messages of notices, each once; those under one key are one message, as long as it has not been tried. */
export async function insertMessages(
  tx: Transaction,
  jurisdiction: string,
  bound: readonly BoundNotice[],
  now: Date,
): Promise<void> {
  const rows = JSON.stringify(
    bound.map(({ position, dueAt, ...rest }) => ({ ...rest, position: String(position), due_at: dueAt })),
  )
  await tx.query(
    `insert into deliveries.message (jurisdiction_id, id, channel, recipient, key, state, due_at, created_at)
      select distinct on (b.channel, b.recipient, b.key) $1, b.id, b.channel, b.recipient, b.key, 'waiting', b.due_at, $3::timestamptz
      from jsonb_to_recordset($2::jsonb) as b(id uuid, channel text, recipient text, key text, due_at timestamptz)
      on conflict on constraint message_once do nothing`,
    [jurisdiction, rows, now],
  )
  await tx.query(
    `insert into deliveries.item (jurisdiction_id, message_id, position, ordinal, kind, zh, en, link, at)
      select $1, m.id, b.position, b.ordinal, b.kind, b.zh, b.en, b.link, b.at
      from jsonb_to_recordset($2::jsonb) as b(channel text, recipient text, key text, position bigint, ordinal smallint, kind text,
        zh text, en text, link text, at timestamptz)
      join deliveries.message m on m.jurisdiction_id = $1 and m.channel = b.channel and m.recipient = b.recipient and m.key = b.key
        and m.state = 'waiting' and m.attempts = 0
      on conflict do nothing`,
    [jurisdiction, rows],
  )
}

/** How people are reached and want to be, those with a preference or a phone. */
export type Reach = {
  readonly person: string
  readonly hasPhone: boolean
  readonly channel: string | null
  readonly mode: 'at-once' | 'digest' | 'off' | null
  readonly address: string | null
}

/** How some people at work and residents are reached and what they chose: a row for each choice, or one with none. Who has left is left out. */
export function listReach(
  tx: Transaction,
  jurisdiction: string,
  people: readonly string[],
  now: Date,
): Promise<Reach[]> {
  return tx.prepared<Reach>(
    'deliveries.list-reach',
    `select p.id as person, p."hasPhone", f.channel, f.mode, f.address
      from (
        select id, phone is not null as "hasPhone", valid_to from identity.person where jurisdiction_id = $1 and id = any($2::uuid[])
        union all
        select id, phone_sealed is not null, valid_to from residents.resident where jurisdiction_id = $1 and id = any($2::uuid[])
      ) p
      left join deliveries.preference f on f.jurisdiction_id = $1 and f.person_id = p.id
      where p.valid_to is null or p.valid_to > $3`,
    [jurisdiction, people, now],
  )
}

/** How many messages people have had on a channel since an instant. */
export async function countSince(
  tx: Transaction,
  jurisdiction: string,
  { channel, people, since }: { readonly channel: string; readonly people: readonly string[]; readonly since: Date },
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ recipient: string; count: number }>(
    `select recipient, count(*)::int as count from deliveries.message
      where jurisdiction_id = $1 and channel = $2 and recipient = any($3) and recipient <> '' and created_at >= $4 group by recipient`,
    [jurisdiction, channel, people, since],
  )
  return new Map(rows.map(({ recipient, count }) => [recipient, count]))
}
