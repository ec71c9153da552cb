import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Mode } from './domain/channel.ts'

/** A message that could not be delivered. */
export type DeadRow = {
  readonly id: string
  readonly channel: string
  readonly kind: string
  readonly notices: number
  readonly attempts: number
  readonly reason: string
  readonly created_at: Date
  readonly ended_at: Date
  readonly version: number
}

const dead = `m.id, m.channel, m.attempts, m.reason, m.created_at, m.ended_at, m.version,
  (select count(*)::int from deliveries.item i where i.jurisdiction_id = m.jurisdiction_id and i.message_id = m.id) as notices,
  (select min(i.kind) from deliveries.item i where i.jurisdiction_id = m.jurisdiction_id and i.message_id = m.id) as kind`

/** The messages that could not be delivered, the latest first. */
export function listDead(tx: Transaction, jurisdiction: string, limit: number): Promise<DeadRow[]> {
  return tx.query<DeadRow>(
    `select ${dead} from deliveries.message m where m.jurisdiction_id = $1 and m.state = 'dead' order by m.ended_at desc limit $2`,
    [jurisdiction, limit],
  )
}

/** How many messages have arrived since an instant, by channel. */
export function countSent(
  tx: Transaction,
  jurisdiction: string,
  since: Date,
): Promise<{ readonly channel: string; readonly count: number }[]> {
  return tx.query(
    `select channel, count(*)::int as count from deliveries.message
      where jurisdiction_id = $1 and state = 'sent' and ended_at >= $2 group by channel`,
    [jurisdiction, since],
  )
}

/** Those of these messages that are dead. */
export function findDead(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<DeadRow[]> {
  return tx.query<DeadRow>(
    `select ${dead} from deliveries.message m where m.jurisdiction_id = $1 and m.id = any($2::uuid[]) and m.state = 'dead'`,
    [jurisdiction, ids],
  )
}

/** Lets dead messages be tried from the beginning, under the ids that they had. */
export function reviveMessages(jurisdiction: string, ids: readonly string[], now: Date): Statement {
  return {
    name: 'deliveries.revive',
    text: `update deliveries.message set state = 'waiting', attempts = 0, reason = null, ended_at = null, due_at = $3, version = version + 1
      where jurisdiction_id = $1 and id = any($2::uuid[]) and state = 'dead'`,
    values: [jurisdiction, ids, now],
  }
}

/** What a person has chosen. */
export type Choice = { readonly channel: string; readonly mode: Mode; readonly address: string | null }

/** A person's choices, and the phone of the directory. */
export async function findChoices(
  tx: Transaction,
  jurisdiction: string,
  person: string,
): Promise<{ readonly phone: string | null; readonly choices: readonly Choice[] }> {
  const [[row], choices] = await Promise.all([
    tx.query<{ phone: string | null }>('select phone from identity.person where jurisdiction_id = $1 and id = $2', [
      jurisdiction,
      person,
    ]),
    tx.query<Choice>(
      'select channel, mode, address from deliveries.preference where jurisdiction_id = $1 and person_id = $2',
      [jurisdiction, person],
    ),
  ])
  return { phone: row?.phone ?? null, choices }
}

/** Keeps a choice. */
export function saveChoice(jurisdiction: string, person: string, { channel, mode, address }: Choice): Statement {
  return {
    name: 'deliveries.save-choice',
    text: `insert into deliveries.preference (jurisdiction_id, person_id, channel, mode, address) values ($1, $2, $3, $4, $5)
      on conflict (jurisdiction_id, person_id, channel) do update set mode = excluded.mode, address = excluded.address`,
    values: [jurisdiction, person, channel, mode, address],
  }
}
