import type { Transaction } from '#platform/server/database/index.ts'
import { type LookUpRow, lookUpColumns } from './look-up-row.ts'

/** What an earlier look-up must have been, to stand for one that is wanted now. */
export type EarlierWanted = {
  readonly dataset: string
  readonly subject: Buffer
  readonly organisation: string
  readonly matter: string
  readonly fields: readonly string[]
  /** Cases under which it may have been asked for. */
  readonly cases: readonly string[]
  /** What was answered before is stale. */
  readonly since: Date
}

/**
 * The latest look-up of the same office, by no person, for each that is wanted: one whose values are still kept, that found nothing, or that
 * waits for its department. A row for each that has one, with its place among the wanted.
 */
export function listEarlier(
  tx: Transaction,
  jurisdiction: string,
  wanted: readonly EarlierWanted[],
): Promise<(LookUpRow & { readonly place: number })[]> {
  const rows = wanted.map(({ subject, ...one }, place) => ({ ...one, place, subject: `\\x${subject.toString('hex')}` }))
  return tx.prepared(
    'data-hub.list-earlier',
    `select w.place, ${lookUpColumns}
      from jsonb_to_recordset($2::jsonb) as w(place int, dataset text, subject bytea, organisation text, matter text, fields text[],
        cases text[], since timestamptz)
      cross join lateral (
        select * from data_hub.look_up l where l.jurisdiction_id = $1 and l.subject_hash = w.subject and l.dataset = w.dataset
          and l.organisation = w.organisation and l.matter = w.matter and l.case_id = any(w.cases) and l.fields @> w.fields
          and l.person is null and l.consent_id is null and coalesce(l.ended_at, l.asked_at) >= w.since
          and (l.state in ('waiting', 'not-found') or l.state = 'answered' and l.answer is not null)
        order by l.asked_at desc limit 1
      ) l`,
    [jurisdiction, JSON.stringify(rows)],
  )
}

/** Binds a look-up to the case that takes it over, unless somebody has turned it since `version`. */
export async function bindLookUp(
  tx: Transaction,
  jurisdiction: string,
  { id, version, case_id }: Pick<LookUpRow, 'id' | 'version' | 'case_id'>,
): Promise<void> {
  await tx.prepared(
    'data-hub.bind-look-up',
    `update data_hub.look_up set case_id = $4, version = version + 1
      where jurisdiction_id = $1 and id = $2 and version = $3`,
    [jurisdiction, id, version, case_id],
  )
}
