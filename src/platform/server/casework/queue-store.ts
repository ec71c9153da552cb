import type { InstantPlace } from '#platform/kernel/instant-place.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CaseRow, caseColumns } from './case-row.ts'

const columns = caseColumns.map((column) => `c.${column}`).join(', ')

/** One step that waits for a unit, with what its queue shows of the case. */
export type QueueRow = {
  readonly id: string
  readonly case_id: string
  readonly step: string
  readonly unit: string
  readonly state: 'open' | 'correcting'
  readonly opened_at: Date
  readonly due_at: Date
  readonly number: string
  readonly matter: string
  readonly matter_version: number
  readonly applicant_kind: string
  readonly applicant_label: string
  readonly channel: string
  readonly submitted_at: Date
}

const first = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/** What units have to do, most urgent first, from after a place on. */
export function listQueue(
  tx: Transaction,
  jurisdiction: string,
  wanted: { readonly units: readonly string[]; readonly after?: InstantPlace | undefined; readonly limit: number },
): Promise<QueueRow[]> {
  const { at, id } = wanted.after ?? first
  return tx.prepared<QueueRow>(
    'casework.list-queue',
    `select s.id, s.case_id, s.step, s.unit, s.state, s.opened_at, s.due_at, c.number, c.matter, c.matter_version, c.applicant_kind,
        c.applicant_label, c.channel, c.submitted_at
      from unnest($2::text[]) as u(unit)
      cross join lateral (
        select * from casework.step s where s.jurisdiction_id = $1 and s.unit = u.unit and s.state in ('open', 'correcting')
          and (s.due_at, s.id) > ($4::timestamptz, $5::uuid)
        order by s.due_at, s.id limit $3
      ) s
      join casework.case_file c on c.jurisdiction_id = $1 and c.id = s.case_id
      order by s.due_at, s.id limit $3`,
    [jurisdiction, wanted.units, wanted.limit, at, id],
  )
}

/** A resident's cases, newest first, from before an instant on. */
export function listResidentCases(
  tx: Transaction,
  jurisdiction: string,
  wanted: { readonly resident: string; readonly before: Date; readonly limit: number },
): Promise<CaseRow[]> {
  return tx.prepared<CaseRow>(
    'casework.list-resident-cases',
    `select ${columns} from casework.case_file c where c.jurisdiction_id = $1 and c.resident_id = $2 and c.submitted_at < $3
      order by c.submitted_at desc, c.id limit $4`,
    [jurisdiction, wanted.resident, wanted.before, wanted.limit],
  )
}

/** The cases of an enterprise that the transaction may see, newest first, from before an instant on. */
export function listEnterpriseCases(
  tx: Transaction,
  jurisdiction: string,
  wanted: { readonly applicantHash: Buffer; readonly before: Date; readonly limit: number },
): Promise<CaseRow[]> {
  return tx.prepared<CaseRow>(
    'casework.list-enterprise-cases',
    `select ${columns} from casework.case_file c where c.jurisdiction_id = $1 and c.applicant_hash = $2 and c.submitted_at < $3
      order by c.submitted_at desc, c.id limit $4`,
    [jurisdiction, wanted.applicantHash, wanted.before, wanted.limit],
  )
}

/** Cases that a unit took or asked for, newest first, from before an instant on; those of a number that begins so, by number, where one is given. */
export function listTaken(
  tx: Transaction,
  jurisdiction: string,
  wanted: { readonly reader: string; readonly number: string; readonly before: Date; readonly limit: number },
): Promise<CaseRow[]> {
  const { reader, number, before, limit } = wanted
  const text = (where: string, order: string) =>
    `select ${columns} from casework.case_file c where c.jurisdiction_id = $1 and c.taken_by = $2 ${where}
      order by ${order} limit $3`
  if (number === '') {
    const latest = text('and c.submitted_at < $4', 'c.submitted_at desc, c.id')
    return tx.prepared('casework.list-taken', latest, [jurisdiction, reader, limit, before])
  }
  const begins = text(`and c.number >= $4 collate "C" and c.number < $4 || '~' collate "C"`, 'c.number')
  return tx.prepared('casework.list-taken-by-number', begins, [jurisdiction, reader, limit, number])
}

/** How many cases there are by state, and what they saved. */
export async function countCases(
  tx: Transaction,
  jurisdiction: string,
): Promise<{
  readonly cases: number
  readonly granted: number
  readonly tripsSaved: number
  readonly papersSaved: number
}> {
  const [row] = await tx.query<{ cases: number; granted: number; tripsSaved: number; papersSaved: number }>(
    `select count(*)::int as cases, count(*) filter (where state = 'granted')::int as granted,
        coalesce(sum(trips_saved), 0)::int as "tripsSaved", coalesce(sum(papers_saved), 0)::int as "papersSaved"
      from casework.case_file where jurisdiction_id = $1`,
    [jurisdiction],
  )
  return row ?? { cases: 0, granted: 0, tripsSaved: 0, papersSaved: 0 }
}
