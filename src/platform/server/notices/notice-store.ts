import type { Transaction } from '#platform/server/database/index.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import type { Notice } from './notice.ts'

/** An entry may tell of many things: each has a place of its own in the order of the inboxes. */
export const placesAPosition = 2 ** 16

/** A notice with the entry that it comes from. */
export type NewNotice = Notice & { readonly ordinal: number; readonly entry: SealedEntry }

/** Puts notices where their audiences find them. */
export async function insertNotices(tx: Transaction, notices: readonly NewNotice[]): Promise<void> {
  await tx.prepared(
    'notices.insert',
    `insert into notices.notice (jurisdiction_id, audience, position, ordinal, kind, zh, en, link, at, entry_id, readers,
        outside_zh, outside_en)
      select access.jurisdiction(), n.audience, n.position, n.ordinal, n.kind, n.zh, n.en, n.link, n.at, n.entry_id, n.readers,
        n.outside_zh, n.outside_en
      from jsonb_to_recordset($1::jsonb) as n(audience text, position bigint, ordinal smallint, kind text, zh text, en text,
        link text, at timestamptz, entry_id uuid, readers text[], outside_zh text, outside_en text)`,
    [JSON.stringify(notices.map(recordOf))],
  )
}

function recordOf({ entry, outside, ...notice }: NewNotice) {
  const { position, member = 0, at, id, readers } = entry
  const words = { outside_zh: outside?.zh, outside_en: outside?.en }
  return {
    ...notice,
    ...words,
    position: position * placesAPosition + member,
    at,
    entry_id: id,
    readers: readers ?? null,
  }
}

/** Throws all notices of the jurisdiction away, before they are told anew. */
export async function deleteNotices(tx: Transaction): Promise<void> {
  await tx.query('delete from notices.notice where jurisdiction_id = access.jurisdiction()')
}

/** A notice in somebody's inbox. */
export type InboxRow = {
  readonly position: bigint
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly link: string
  readonly at: Date
  readonly entry_id: string
  readonly read: boolean
}

/** What somebody reads with: who they are, the audiences that they belong to, and since when what is not read is unread. */
export type Inbox = {
  readonly jurisdiction: string
  readonly person: string
  readonly audiences: readonly string[]
  readonly unreadSince: Date
}

/** The newest notices of some audiences before a position, newest first. Each audience gives its own newest, by its index. */
export function listInbox(tx: Transaction, inbox: Inbox, before: bigint | null, limit: number): Promise<InboxRow[]> {
  return tx.prepared<InboxRow>(
    'notices.list-inbox',
    `select n.*, n.at < $6
          or n.position <= coalesce((select read_before from notices.reader where jurisdiction_id = $1 and person_id = $2), -1)
          or exists (select from notices.receipt r where r.jurisdiction_id = $1 and r.person_id = $2 and r.position = n.position)
          as read
      from (
        select distinct on (n.position) n.position, n.kind, n.zh, n.en, n.link, n.at, n.entry_id
        from unnest($3::text[]) as a(audience) cross join lateral (
          select * from notices.notice where jurisdiction_id = $1 and audience = a.audience and ($4::bigint is null or position < $4)
          order by position desc limit $5) n
        order by n.position desc limit $5) n
      order by n.position desc`,
    [inbox.jurisdiction, inbox.person, inbox.audiences, before, limit, inbox.unreadSince],
  )
}

/** How many are unread, counted up to `most`. */
export async function countUnread(tx: Transaction, inbox: Inbox, most: number): Promise<number> {
  const [row] = await tx.prepared<{ unread: number }>(
    'notices.count-unread',
    `select count(*)::int as unread from (
      select distinct n.position from unnest($3::text[]) as a(audience) cross join lateral (
        select position from notices.notice where jurisdiction_id = $1 and audience = a.audience and at >= $5
          and position > coalesce((select read_before from notices.reader where jurisdiction_id = $1 and person_id = $2), -1)
          and position not in (select r.position from notices.receipt r where r.jurisdiction_id = $1 and r.person_id = $2)
        order by position desc limit $4) n limit $4) counted`,
    [inbox.jurisdiction, inbox.person, inbox.audiences, most, inbox.unreadSince],
  )
  return row?.unread ?? 0
}

/** Notes that a person has read some notices. */
export async function markRead(
  tx: Transaction,
  { jurisdiction, person }: Inbox,
  positions: readonly bigint[],
  at: Date,
) {
  await tx.prepared(
    'notices.mark-read',
    `insert into notices.receipt (jurisdiction_id, person_id, position, at)
      select $1, $2, p, $4 from unnest($3::bigint[]) as p on conflict do nothing`,
    [jurisdiction, person, positions, at],
  )
}

/** Notes that a person has read everything up to a position; what was read one by one before it is forgotten. */
export async function markAllRead(tx: Transaction, { jurisdiction, person }: Inbox, upTo: bigint): Promise<void> {
  await Promise.all([
    tx.prepared(
      'notices.mark-all-read',
      `insert into notices.reader (jurisdiction_id, person_id, read_before) values ($1, $2, $3)
        on conflict (jurisdiction_id, person_id) do update set read_before = greatest(reader.read_before, excluded.read_before)`,
      [jurisdiction, person, upTo],
    ),
    tx.prepared(
      'notices.forget-receipts',
      'delete from notices.receipt where jurisdiction_id = $1 and person_id = $2 and position <= $3',
      [jurisdiction, person, upTo],
    ),
  ])
}
