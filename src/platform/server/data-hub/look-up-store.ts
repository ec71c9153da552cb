import type { Transaction } from '#platform/server/database/index.ts'
import { type LookUpRow, lookUpColumns } from './look-up-row.ts'

/** Puts look-ups on record. */
export async function insertLookUps(tx: Transaction, jurisdiction: string, rows: readonly LookUpRow[]): Promise<void> {
  const plain = rows.map((row) => ({ ...row, ...hexOf(row) }))
  await tx.prepared(
    'data-hub.insert-look-ups',
    `insert into data_hub.look_up (jurisdiction_id, id, dataset, dataset_version, fields, organisation, post, person, matter, case_id,
        grant_id, consent_id, basis, subject_hash, subject, state, reason, attempts, asked_at, next_at, until, ended_at, version)
      select $1, r.id, r.dataset, r.dataset_version, r.fields, r.organisation, r.post, r.person, r.matter, r.case_id, r.grant_id,
        r.consent_id, r.basis, r.subject_hash, r.subject, r.state, r.reason, r.attempts, r.asked_at, r.next_at, r.until, r.ended_at,
        r.version
      from jsonb_to_recordset($2::jsonb) as r(id uuid, dataset text, dataset_version int, fields text[], organisation text, post text,
        person uuid, matter text, case_id text, grant_id text, consent_id uuid, basis text, subject_hash bytea, subject bytea,
        state text, reason text, attempts int, asked_at timestamptz, next_at timestamptz, until timestamptz, ended_at timestamptz,
        version int)`,
    [jurisdiction, JSON.stringify(plain)],
  )
}

/** Look-ups by id. */
export function listLookUps(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<LookUpRow[]> {
  return tx.prepared<LookUpRow>(
    'data-hub.list-look-ups',
    `select ${lookUpColumns} from data_hub.look_up l where l.jurisdiction_id = $1 and l.id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** Takes look-ups that are to be asked again; nobody else takes them before `leased`. */
export function takeDue(
  tx: Transaction,
  jurisdiction: string,
  { now, leased, limit }: { readonly now: Date; readonly leased: Date; readonly limit: number },
): Promise<LookUpRow[]> {
  return tx.prepared<LookUpRow>(
    'data-hub.take-due',
    `with due as (
        select id from data_hub.look_up where jurisdiction_id = $1 and next_at <= $2
        order by next_at limit $4 for update skip locked
      )
      update data_hub.look_up l set next_at = $3, attempts = l.attempts + 1 from due
      where l.jurisdiction_id = $1 and l.id = due.id returning ${lookUpColumns}`,
    [jurisdiction, now, leased, limit],
  )
}

/** When the look-up that comes next is due. */
export async function findOldestDue(tx: Transaction, jurisdiction: string): Promise<Date | undefined> {
  const [row] = await tx.query<{ next_at: Date }>(
    'select next_at from data_hub.look_up where jurisdiction_id = $1 and next_at is not null order by next_at limit 1',
    [jurisdiction],
  )
  return row?.next_at
}

/** How a look-up goes on or ended. */
export type LookUpTurn = Pick<
  LookUpRow,
  'state' | 'reason' | 'attempts' | 'next_at' | 'ended_at' | 'as_of' | 'answer' | 'forget_at'
>

/** Writes a turn, unless somebody else has written one since `version`; says whether it did. */
export async function turnLookUp(
  tx: Transaction,
  jurisdiction: string,
  { id, version }: Pick<LookUpRow, 'id' | 'version'>,
  turn: LookUpTurn,
): Promise<boolean> {
  const rows = await tx.prepared(
    'data-hub.turn-look-up',
    `update data_hub.look_up set state = $4, reason = $5, attempts = $6, next_at = $7, ended_at = $8, as_of = $9, answer = $10,
        forget_at = $11, version = version + 1, subject = case when $7::timestamptz is null then null else subject end
      where jurisdiction_id = $1 and id = $2 and version = $3 returning id`,
    [
      ...[jurisdiction, id, version, turn.state, turn.reason, turn.attempts, turn.next_at, turn.ended_at],
      ...[turn.as_of, turn.answer, turn.forget_at],
    ],
  )
  return rows.length === 1
}

/** Look-ups under a consent: those that are not over, and answers that are still kept. */
export function listUnderConsent(tx: Transaction, jurisdiction: string, consent: string): Promise<LookUpRow[]> {
  return tx.query<LookUpRow>(
    `select ${lookUpColumns} from data_hub.look_up l where l.jurisdiction_id = $1 and l.consent_id = $2
      and (l.next_at is not null or l.answer is not null) for update`,
    [jurisdiction, consent],
  )
}

/** Forgets answers whose time is over; gives how many. */
export async function forgetAnswers(tx: Transaction, jurisdiction: string, now: Date, limit: number): Promise<number> {
  const rows = await tx.prepared(
    'data-hub.forget-answers',
    `with over as (
        select id from data_hub.look_up where jurisdiction_id = $1 and answer is not null and forget_at <= $2
        order by forget_at limit $3 for update skip locked
      )
      update data_hub.look_up l set answer = null from over where l.jurisdiction_id = $1 and l.id = over.id returning 1`,
    [jurisdiction, now, limit],
  )
  return rows.length
}

function hexOf({ subject_hash, subject }: LookUpRow) {
  const hex = (bytes: Buffer | null) => (bytes === null ? null : `\\x${bytes.toString('hex')}`)
  return { subject_hash: hex(subject_hash), subject: hex(subject), answer: null }
}
