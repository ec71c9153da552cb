import type { Client } from 'pg'
import { type HeadRow, headColumns, headOf } from '#platform/server/journal/index.ts'
import type { BackupHeading } from './backup-format.ts'

/** A table of ours and those that it refers to. Names are quoted where they must be. */
type TableRow = { readonly name: string; readonly refers_to: readonly string[] }

/** Every table of the migrator, those that are referred to first, so that each can be filled when its turn comes. */
export async function listTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<TableRow>(
    `select format('%I.%I', n.nspname, c.relname) as name, coalesce((
        select array_agg(distinct format('%I.%I', rn.nspname, rc.relname))
        from pg_constraint k join pg_class rc on rc.oid = k.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as refers_to
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and pg_get_userbyid(c.relowner) = 'xianqu_migrator' and n.nspname !~ '^pg_'
      order by 1`,
  )
  return inOrder(rows)
}

function inOrder(tables: readonly TableRow[]): string[] {
  const placed = new Set<string>()
  for (let left = [...tables]; left.length > 0; ) {
    const ready = left.filter(({ refers_to }) => refers_to.every((name) => placed.has(name)))
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name)}`)
    for (const { name } of ready) placed.add(name)
    left = left.filter(({ name }) => !placed.has(name))
  }
  return [...placed]
}

/** The migrations that made the schema. */
export async function listMigrations(client: Client): Promise<BackupHeading['migrations']> {
  const { rows } = await client.query<BackupHeading['migrations'][number]>(
    'select room, number, checksum from public.migration order by room, number',
  )
  return rows
}

/** SHA-256 of every uploaded file, in hex. */
export async function listFileDigests(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ digest: string }>(
    `select distinct encode(digest, 'hex') as digest from files.file order by 1`,
  )
  return rows.map(({ digest }) => digest)
}

/** Whether anybody's county is in the database. */
export async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ present: string | null }>(`select to_regclass('public.migration') as present`)
  return rows[0]?.present === null
}

/** Empties every table before it is filled; a migration may have written into some. */
export async function emptyTables(client: Client, tables: readonly string[]): Promise<void> {
  await client.query(`truncate ${tables.join(', ')}`)
}

export const copyOut = (table: string) => `copy ${table} to stdout`
export const copyIn = (table: string) => `copy ${table} from stdin`

/** The latest head of each county's record. */
export async function listHeads(client: Client): Promise<BackupHeading['heads']> {
  const { rows } = await client.query<HeadRow>(
    `select distinct on (jurisdiction_id) ${headColumns} from journal.head order by jurisdiction_id, size desc`,
  )
  return rows.map((row) => ({ jurisdiction: row.jurisdiction_id, head: headOf(row) }))
}
