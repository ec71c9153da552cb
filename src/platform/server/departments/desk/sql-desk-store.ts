import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Row } from '../people/rows.ts'
import type { Order } from './orders.ts'

/** Somebody else's database, and the role that may read it. */
export type SqlDesk = {
  readonly address: string
  readonly user: string
  readonly password: string
  obey(order: Order): Promise<void>
  close(): Promise<void>
}

/** Tables of the departments' own database, each with the dataset that fills it. */
const tables = [
  { dataset: 'household-registration', schema: 'register', table: 'person' },
  { dataset: 'business-registration', schema: 'market', table: 'enterprise' },
] as const

const schemaOfConnector: Readonly<Record<string, string>> = { 'gongan-renkou': 'register', 'shichang-dengji': 'market' }

/** What the departments' database is made of. */
export type SqlDeskParts = {
  /** As a role that may make databases and roles. */
  readonly ownerUrl: string
  readonly name: string
  readonly rows: ReadonlyMap<string, readonly Row[]>
  /** Taken away again when it closes; else it stays for the next start. */
  readonly passing: boolean
}

/** Makes the database where it is not there yet, with a role that reads and nothing else. */
export async function openSqlDesk({ ownerUrl, name, rows, passing }: SqlDeskParts): Promise<SqlDesk> {
  const password = randomBytes(18).toString('base64url')
  const user = `${name}_reader`
  await withClient(ownerUrl, (client) => makeRoom(client, name, user, password))
  const own = new URL(ownerUrl)
  own.pathname = `/${name}`
  await withClient(own.href, (client) => fill(client, user, rows))
  const address = `postgres://${own.host}/${name}${own.search}`
  return {
    ...{ address, user, password },
    obey: (order) => obey(own.href, user, order),
    close: async () => {
      if (!passing) return
      await withClient(ownerUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
        await client.query(`drop role if exists ${user}`)
      })
    },
  }
}

async function makeRoom(client: Client, name: string, user: string, password: string): Promise<void> {
  const { rows } = await client.query(
    'select exists (select from pg_database where datname = $1) as base, exists (select from pg_roles where rolname = $2) as role',
    [name, user],
  )
  const [{ base, role }] = rows as [{ base: boolean; role: boolean }]
  await client.query(`${role ? 'alter' : 'create'} role ${user} login password '${password}'`)
  if (!base) await client.query(`create database ${name}`)
}

async function fill(client: Client, user: string, all: ReadonlyMap<string, readonly Row[]>): Promise<void> {
  for (const { dataset, schema, table } of tables) {
    const rows = all.get(dataset) ?? []
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    await client.query(`create schema if not exists ${schema}; drop table if exists ${schema}.${table} cascade`)
    await client.query(`create table ${schema}.${table} (${columns.map((column) => `"${column}" text`).join(', ')})`)
    await client.query(
      `insert into ${schema}.${table} select * from jsonb_populate_recordset(null::${schema}.${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
    const key = columns.includes('identity-number') ? 'identity-number' : columns[0]
    await client.query(`create index on ${schema}.${table} ("${key}")`)
    await client.query(`grant usage on schema ${schema} to ${user}; grant select on ${schema}.${table} to ${user}`)
  }
}

/** Down: the role is turned away. Slow: the table is held. Schema: a column has another name. Duplicate: everybody is there twice. */
async function obey(url: string, user: string, { connector, behave, milliseconds = 1000 }: Order): Promise<void> {
  const schema = schemaOfConnector[connector]
  const [{ table } = { table: '' }] = tables.filter((one) => one.schema === schema)
  if (schema === undefined || table === '') return
  const client = await connected(url)
  const place = `${schema}.${table}`
  const letGo = () => client.end()
  if (behave === 'slow') {
    await client.query(`begin; lock table ${place} in access exclusive mode`)
    setTimeout(() => void client.query('commit').then(letGo, letGo), milliseconds)
    return
  }
  if (behave === 'down') {
    await client.query(`alter role ${user} nologin`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [user])
  }
  if (behave === 'schema') await client.query(`alter table ${place} rename column "${firstColumn[schema]}" to gone`)
  if (behave === 'duplicate')
    await client.query(
      `create table ${schema}.kept as table ${place}; insert into ${place} select * from ${schema}.kept; update ${place} set ethnicity = '其他' where ctid in (select max(ctid) from ${place} group by "identity-number")`,
    )
  if (behave === 'well') await mend(client, user, schema, place)
  await letGo()
}

const firstColumn: Readonly<Record<string, string>> = { register: 'name', market: 'enterprise-name' }

async function mend(client: Client, user: string, schema: string, place: string): Promise<void> {
  await client.query(`alter role ${user} login`)
  await client.query(`alter table ${place} rename column gone to "${firstColumn[schema]}"`).catch(() => undefined)
  const { rows } = await client.query('select to_regclass($1) is not null as kept', [`${schema}.kept`])
  if (rows[0]?.kept)
    await client.query(`truncate ${place}; insert into ${place} table ${schema}.kept; drop table ${schema}.kept`)
}

/** A connection whose end fails what is asked over it, not the process. */
async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await connected(url)
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
