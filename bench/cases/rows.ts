import type { TestDatabase } from '#platform/testing/database.ts'

/*
 * What one submission leaves in PostgreSQL, taken from one that was really made: the peer inserts the same rows, with other ids, and does
 * nothing else.
 */

type Row = Readonly<Record<string, unknown>>

/** Where a submission leaves rows, and how those of one case are found. */
const left = [
  ['casework.case_file', 'id = $1::uuid'],
  ['casework.step', 'case_id = $1::uuid'],
  ['residents.resident', 'id = (select resident_id from casework.case_file where id = $1::uuid)'],
  ['obligations.owed', 'id = (select obligation_id from casework.step where case_id = $1::uuid)'],
  ['journal.entry', entriesOf('id')],
  ['journal.payload', entriesOf('entry_id')],
  ['commands.receipt', `answer ->> 'case' = $1::text`],
] as const

function entriesOf(column: string): string {
  return `${column} in (select e.id from journal.entry e join casework.case_file c on c.id = $1::uuid
    where e.stream in ('casework.case/' || c.id, 'residents.resident/' || c.resident_id,
      'obligations.obligation/' || (select obligation_id from casework.step where case_id = c.id)))`
}

/** Columns that no two rows share: by name, what a fresh one is made of; `case` is the id of the case. */
const fresh: Readonly<Record<string, string>> = {
  ...{ id: 'gen_random_uuid()', case_id: '(:case)::uuid', entry_id: 'gen_random_uuid()' },
  ...{ obligation_id: 'gen_random_uuid()', number: 'gen_random_uuid()::text', key: 'gen_random_uuid()::text' },
  ...{ stream: "'bench/' || gen_random_uuid()", subject: "'bench/' || gen_random_uuid()" },
  ...{
    applicant_hash: 'sha256(gen_random_uuid()::text::bytea)',
    identity_hash: 'sha256(gen_random_uuid()::text::bytea)',
  },
}

/** A script of pgbench that inserts the rows of one submission in one transaction; and how many rows these are. */
export async function insertScript(database: TestDatabase, id: string): Promise<{ script: string; rows: number }> {
  const statements: string[] = []
  for (const [table, where] of left) {
    const rows = await database.asOwner<{ row: Row }>(`select to_jsonb(t) as row from ${table} t where ${where}`, [id])
    if (rows.length === 0) throw new Error(`the submission left nothing in ${table}`)
    for (const { row } of rows) statements.push(insertOf(table, row))
  }
  const script = [
    'select gen_random_uuid() as case \\gset',
    'begin;',
    `set local xianqu.jurisdiction = '331199';`,
    `set local xianqu.reach = 'all';`,
    ...statements,
    'commit;',
  ]
  return { script: `${script.join('\n')}\n`, rows: statements.length }
}

function insertOf(table: string, row: Row): string {
  const values = Object.entries(row).map(([column, value]) => expressionOf(table, column, value))
  return `insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')});`
}

function expressionOf(table: string, column: string, value: unknown): string {
  if (value === null) return 'null'
  if (table === 'casework.case_file' && column === 'id') return '(:case)::uuid'
  if (fresh[column] !== undefined) return fresh[column]
  if (Array.isArray(value)) return literal(`{${value.join(',')}}`)
  return literal(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

/** A colon would be a variable to pgbench, in a string too. */
function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`
}
