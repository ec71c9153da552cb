import type { Stand } from './stand.ts'

/*
 * Cases laid down by SQL as submissions leave them, one in five under way: the clerk's unit has a fifth of the county's, and the resident
 * has the page of fifty, however many others there are.
 */

const atOnce = 100_000
/** Cases of the resident who reads. */
const ownCases = 50

/** Lays down cases from one number up to another. */
export async function layDown({ test, resident }: Stand, from: number, upTo: number): Promise<void> {
  for (let next = from; next < upTo; next += atOnce)
    await test.database.asOwner(text, [next, Math.min(upTo, next + atOnce) - 1, resident.id, ownCases])
  await test.database.asOwner('vacuum analyze casework.case_file')
  await test.database.asOwner('vacuum analyze casework.step')
}

const text = `
  with made as materialized (
    select n, gen_random_uuid() as id, gen_random_uuid() as owed, n % 5 = 0 as is_open,
      (array['minzheng', 'gongan', 'renshe', 'yibao', 'weijian'])[1 + (n / 5) % 5] as unit,
      timestamptz '2026-03-02 09:00+08' - make_interval(secs => n * 7 % 31536000) as at
    from generate_series($1::int, $2::int) n
  ), cases as (
    insert into casework.case_file (jurisdiction_id, id, number, matter, matter_version, state, applicant_kind, applicant_hash,
      applicant_label, channel, resident_id, taken_by, authority, accepted_at, submitted_at, due_at, ended_at, next_at, materials,
      steps, outcomes, sealed, trips, trips_saved, papers_saved, minutes_saved, readers, version)
    select '331199', id, to_char(at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || upper(lpad(to_hex(n::bigint * 2654435761 % 4294967296), 8, '0')), 'plain', 1,
      case when is_open then 'handling' else 'granted' end, 'person', sha256(n::text::bytea), '吴*', 'window',
      case when n < $4::int then $3::uuid else gen_random_uuid() end,
      'zhengwufuwu', unit, at, at, at + interval '3 days', case when is_open then null else at + interval '1 day' end, null, '{}',
      '{}', '{}', decode(repeat(md5(n::text), 40), 'hex'), 1, 1, 0, 30, array[unit, 'zhengwufuwu', 'resident-' || case when n < $4::int then $3::uuid else gen_random_uuid() end], 4
    from made
  )
  insert into casework.step (jurisdiction_id, id, case_id, step, unit, state, obligation_id, opened_at, due_at, ended_at, readers)
  select '331199', gen_random_uuid(), id, 'review', unit, case when is_open then 'open' else 'done' end, owed, at, at + interval '2 days',
    case when is_open then null else at + interval '1 day' end, array[unit, 'zhengwufuwu']
  from made`
