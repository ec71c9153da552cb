import type { Statement } from '#platform/server/commands/index.ts'
import { rowsAsJson, type Transaction } from '#platform/server/database/index.ts'
import { type CaseRow, caseColumns, type StepRow } from './case-row.ts'

const columns = caseColumns.map((column) => `c.${column}`).join(', ')
const stepColumns = 's.id, s.case_id, s.step, s.unit, s.state, s.obligation_id, s.opened_at, s.due_at, s.ended_at'
const json: ReadonlySet<string> = new Set(['materials', 'steps', 'outcomes'])
const changing = [
  ...(['state', 'accepted_at', 'due_at', 'ended_at', 'next_at', 'materials', 'steps', 'outcomes', 'sealed'] as const),
  ...(['trips', 'trips_saved', 'papers_saved', 'minutes_saved', 'version'] as const),
] as const

/** One case, where the transaction may see it. */
export async function findCase(tx: Transaction, jurisdiction: string, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx.prepared<CaseRow>(
    'casework.find-case',
    `select ${columns} from casework.case_file c where c.jurisdiction_id = $1 and c.id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** The steps of a case that have opened, in the order in which they did. */
export function listSteps(tx: Transaction, jurisdiction: string, id: string): Promise<StepRow[]> {
  return tx.prepared<StepRow>(
    'casework.list-steps',
    `select ${stepColumns} from casework.step s where s.jurisdiction_id = $1 and s.case_id = $2 order by s.opened_at, s.id`,
    [jurisdiction, id],
  )
}

/** The number of the applicant's case of a matter that is under way, if one is. */
export async function findUnderWay(
  tx: Transaction,
  jurisdiction: string,
  of: { readonly matter: string; readonly applicantHash: Buffer },
): Promise<string | undefined> {
  const [row] = await tx.prepared<{ number: string }>(
    'casework.find-under-way',
    `select number from casework.case_file where jurisdiction_id = $1 and matter = $2 and applicant_hash = $3
      and state in ('gathering', 'handling')`,
    [jurisdiction, of.matter, of.applicantHash],
  )
  return row?.number
}

/** When the applicant was last granted a matter, if ever. */
export async function findLastGranted(
  tx: Transaction,
  jurisdiction: string,
  of: { readonly matter: string; readonly applicantHash: Buffer },
): Promise<Date | undefined> {
  const [row] = await tx.prepared<{ ended_at: Date }>(
    'casework.find-last-granted',
    `select ended_at from casework.case_file where jurisdiction_id = $1 and applicant_hash = $3 and matter = $2
      and state = 'granted' order by submitted_at desc limit 1`,
    [jurisdiction, of.matter, of.applicantHash],
  )
  return row?.ended_at
}

/** Puts a new case on record. */
export function insertCase(jurisdiction: string, row: CaseRow): Statement {
  return insertCases(jurisdiction, [row])
}

function insertCases(jurisdiction: string, rows: readonly CaseRow[]): Statement {
  const names = caseColumns.join(', ')
  return {
    name: 'casework.insert-cases',
    text: `insert into casework.case_file (jurisdiction_id, ${names})
      select $1, ${names} from jsonb_populate_recordset(null::casework.case_file, $2::jsonb)`,
    values: [jurisdiction, rowsAsJson(rows)],
    together: { rows, of: (all) => insertCases(jurisdiction, all as readonly CaseRow[]) },
  }
}

/** Writes a case as a command left it. */
export function saveCase(jurisdiction: string, row: CaseRow): Statement {
  return {
    name: 'casework.save-case',
    text: `update casework.case_file set ${changing.map((column, index) => `${column} = $${index + 3}`).join(', ')}
      where jurisdiction_id = $1 and id = $2`,
    values: [jurisdiction, row.id, ...changing.map((column) => written(row, column))],
  }
}

/** Says only when data is asked for again: nothing happened to the case itself. */
export function setNext(jurisdiction: string, id: string, nextAt: Date | null): Statement {
  return {
    name: 'casework.set-next',
    text: 'update casework.case_file set next_at = $3 where jurisdiction_id = $1 and id = $2',
    values: [jurisdiction, id, nextAt],
  }
}

/** Writes steps, new or changed; what a step is never changes. */
export function saveSteps(
  jurisdiction: string,
  rows: readonly (StepRow & { readonly readers: readonly string[] })[],
): Statement {
  return {
    name: 'casework.save-steps',
    text: `insert into casework.step (jurisdiction_id, id, case_id, step, unit, state, obligation_id, opened_at, due_at, ended_at, readers)
      select $1, r.id, r.case_id, r.step, r.unit, r.state, r.obligation_id, r.opened_at, r.due_at, r.ended_at, r.readers
      from jsonb_to_recordset($2::jsonb) as r(id uuid, case_id uuid, step text, unit text, state text, obligation_id uuid,
        opened_at timestamptz, due_at timestamptz, ended_at timestamptz, readers text[])
      on conflict (jurisdiction_id, id) do update
        set state = excluded.state, due_at = excluded.due_at, ended_at = excluded.ended_at`,
    values: [jurisdiction, JSON.stringify(rows)],
    together: { rows, of: (all) => saveSteps(jurisdiction, all as Parameters<typeof saveSteps>[1]) },
  }
}

/** Locks cases whose data is to be asked for again, the longest waiting first, and lets nobody else ask before `until`. */
export function claimGathering(
  tx: Transaction,
  jurisdiction: string,
  due: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<{ readonly id: string }[]> {
  return tx.prepared(
    'casework.claim-gathering',
    `update casework.case_file c set next_at = $3
      from (select id from casework.case_file where jurisdiction_id = $1 and next_at <= $2
        order by next_at limit $4 for update skip locked) due
      where c.jurisdiction_id = $1 and c.id = due.id returning c.id`,
    [jurisdiction, due.now, due.until, due.limit],
  )
}

function written(row: CaseRow, column: keyof CaseRow): unknown {
  return json.has(column) ? JSON.stringify(row[column]) : row[column]
}
