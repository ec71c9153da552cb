import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { type Migration, type Room, readRoom } from './rooms.ts'
import { splitStatements } from './split-statements.ts'

const ledger = `create table if not exists public.migration (
  room text not null, number int not null, name text not null, checksum text not null,
  applied_at timestamptz not null, primary key (room, number))`

/**
 * Brings a database to the present schema as the migrator: each file once, in a transaction of its own, one statement a call.
 * Throws when a file that was applied has been changed since: write a new one instead. `wanted` leaves migrations out, for
 * a restore into the schema of an older backup.
 */
export async function migrate(
  ownerUrl: string,
  rooms: readonly Room[],
  now: Date,
  wanted: (migration: Migration) => boolean = () => true,
): Promise<number> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'xianqu-migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('xianqu.migrate'))`)
    await client.query('set role xianqu_migrator')
    await client.query(`set client_min_messages = warning`)
    await client.query(ledger)
    const pending = await pendingOf(client, rooms.flatMap(readRoom).filter(wanted))
    for (const migration of pending) await applyOne(client, migration, now)
    return pending.length
  } finally {
    await client.end()
  }
}

/** The migrations that a database lacks; changes nothing. */
export async function listPending(ownerUrl: string, rooms: readonly Room[]): Promise<Migration[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'xianqu-migrate' })
  await client.connect()
  try {
    const { rows } = await client.query<{ ledger: string | null }>(`select to_regclass('public.migration') as ledger`)
    const wanted = rooms.flatMap(readRoom)
    return rows[0]?.ledger ? await pendingOf(client, wanted) : wanted
  } finally {
    await client.end()
  }
}

async function pendingOf(client: Client, wanted: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ room: string; number: number; checksum: string }>(
    'select room, number, checksum from public.migration',
  )
  const applied = new Map(rows.map((row) => [`${row.room}/${row.number}`, row.checksum]))
  return wanted.filter((migration) => {
    const checksum = applied.get(`${migration.room}/${migration.number}`)
    if (checksum !== undefined && checksum !== checksumOf(migration.sql))
      throw new Error(`${migration.room}/${migration.name} was applied and has changed since; write a new migration`)
    return checksum === undefined
  })
}

async function applyOne(client: Client, migration: Migration, now: Date): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of splitStatements(migration.sql)) await client.query(statement)
    await client.query(
      'insert into public.migration (room, number, name, checksum, applied_at) values ($1, $2, $3, $4, $5)',
      [migration.room, migration.number, migration.name, checksumOf(migration.sql), now],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.room}/${migration.name} failed: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** SHA-256 of a migration's text, in hex. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}
