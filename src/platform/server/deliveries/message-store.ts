import type { Transaction } from '#platform/server/database/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { findResident } from '#platform/server/residents/index.ts'
import type { After } from './domain/retry.ts'

/** A message leased for an attempt. */
export type LeasedMessage = {
  readonly id: string
  readonly recipient: string
  /** The number of this attempt, from 1; whoever ends it must still hold it. */
  readonly attempts: number
  readonly createdAt: Date
  readonly items: readonly LeasedItem[]
}

/** A notice inside a message. */
export type LeasedItem = {
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly link: string
  readonly at: string
}

/** Leases messages that are due on a channel until an instant; those that another process has leased are passed over. */
export function leaseMessages(
  tx: Transaction,
  jurisdiction: string,
  lease: { readonly channel: string; readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<LeasedMessage[]> {
  return tx.prepared<LeasedMessage>(
    'deliveries.lease',
    `with due as (
        select id from deliveries.message
        where jurisdiction_id = $1 and channel = $2 and state = 'waiting' and due_at <= $3
        order by due_at limit $5 for update skip locked
      ), leased as (
        update deliveries.message m set due_at = $4, attempts = m.attempts + 1 from due
        where m.jurisdiction_id = $1 and m.id = due.id
        returning m.id, m.recipient, m.attempts, m.created_at
      )
      select l.id, l.recipient, l.attempts, l.created_at as "createdAt", (
        select jsonb_agg(jsonb_build_object('kind', i.kind, 'zh', i.zh, 'en', i.en, 'link', i.link, 'at', i.at)
          order by i.position, i.ordinal)
        from deliveries.item i where i.jurisdiction_id = $1 and i.message_id = l.id) as items
      from leased l`,
    [jurisdiction, lease.channel, lease.now, lease.until, lease.limit],
  )
}

/** Writes how an attempt ended, unless it was given up as lost and another one has begun. */
export async function endAttempt(
  tx: Transaction,
  jurisdiction: string,
  { id, attempts }: Pick<LeasedMessage, 'id' | 'attempts'>,
  after: After,
  now: Date,
): Promise<void> {
  const dueAt = after.state === 'waiting' ? new Date(after.at) : now
  const reason = after.state === 'sent' ? null : after.reason
  await tx.prepared(
    'deliveries.end-attempt',
    `update deliveries.message set state = $4, due_at = $5, reason = $6,
        ended_at = case when $4 = 'waiting' then null else $7::timestamptz end
      where jurisdiction_id = $1 and id = $2 and attempts = $3 and state = 'waiting'`,
    [jurisdiction, id, attempts, after.state, dueAt, reason, now],
  )
}

/** Where a person at work or a resident is reached on a channel, looked up when it is needed. */
export async function findAddress(
  tx: Transaction,
  personalData: PersonalData,
  {
    jurisdiction,
    person,
    channel,
  }: {
    readonly jurisdiction: string
    readonly person: string
    readonly channel: { readonly id: string; readonly kind: string }
  },
): Promise<string | undefined> {
  const resident = await findResident(tx, personalData, { jurisdiction, resident: person })
  if (resident !== undefined) return channel.kind === 'sms' ? (resident.phone ?? undefined) : undefined
  const [row] = await tx.query<{ phone: string | null; address: string | null }>(
    `select p.phone, f.address from identity.person p
      left join deliveries.preference f on f.jurisdiction_id = p.jurisdiction_id and f.person_id = p.id and f.channel = $3
      where p.jurisdiction_id = $1 and p.id = $2`,
    [jurisdiction, person, channel.id],
  )
  return (channel.kind === 'sms' ? row?.phone : row?.address) ?? undefined
}

/** How many messages wait and how many are dead, by channel. */
export function countMessages(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ channel: string; state: 'waiting' | 'dead'; count: number }[]> {
  return tx.query(
    `select channel, state, count(*)::int as count from deliveries.message
      where jurisdiction_id = $1 and state in ('waiting', 'dead') group by channel, state`,
    [jurisdiction],
  )
}
