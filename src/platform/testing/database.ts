import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import {
  checksumOf,
  migrate,
  openDatabase,
  type PooledDatabase,
  platformRooms,
  prepareRoles,
  type Room,
  readRoom,
  urlForRole,
} from '#platform/server/database/index.ts'
import { ensureTestServer } from './server.ts'

/** A database of its own for one test file, made from a migrated template; the roles are those of production. */
export type TestDatabase = PooledDatabase & {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly authUrl: string
  /** Runs statements as the owner, past row security: to look behind the scenes, never to set up state a command can. */
  asOwner<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

const passwords = { app: 'app', auth: 'auth' }

/** Gives a fresh database with the platform's schema and that of the `rooms` named (a scenario passes its own). */
export async function testDatabase(rooms: readonly Room[] = []): Promise<TestDatabase> {
  const server = await ensureTestServer()
  const name = `t_${randomBytes(6).toString('hex')}`
  const template = await templateFor(server, [...platformRooms(), ...rooms])
  await onServer(server, `create database ${name} template ${template}`)
  const ownerUrl = withDatabase(server, name)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const appUrl = urlForRole(ownerUrl, 'xianqu_app', passwords.app)
  const database = openDatabase({ url: appUrl })
  return {
    ...database,
    ownerUrl,
    appUrl,
    authUrl: urlForRole(ownerUrl, 'xianqu_auth', passwords.auth),
    asOwner: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    close: async () => {
      await database.close()
      await owner.end()
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function templateFor(server: string, rooms: readonly Room[]): Promise<string> {
  const sql = rooms.flatMap(readRoom).map((migration) => migration.sql)
  const name = `template_${checksumOf(sql.join('\n')).slice(0, 16)}`
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('xianqu.template'))`)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await buildTemplate(client, server, name, rooms)
    return name
  } finally {
    await client.end()
  }
}

async function buildTemplate(client: Client, server: string, name: string, rooms: readonly Room[]): Promise<void> {
  const building = `${name}_building`
  await client.query(`drop database if exists ${building} with (force)`)
  await client.query(`create database ${building}`)
  await prepareRoles(withDatabase(server, building), passwords)
  await migrate(withDatabase(server, building), rooms, new Date())
  await client.query(`alter database ${building} rename to ${name}`)
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
