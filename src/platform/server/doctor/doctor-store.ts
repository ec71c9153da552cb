import { Client } from 'pg'

/** What PostgreSQL says of itself. */
export type DatabaseFacts = {
  readonly version: number
  readonly versionName: string
  readonly clock: Date
  readonly durable: boolean
  /** Transactions open for longer than a minute, oldest first. */
  readonly longTransactions: readonly { readonly pid: number; readonly name: string; readonly since: Date }[]
  /** Accounts that can sign in and whose people hold no post any more. */
  readonly accountsLeft: number
  /** Messages that could not be delivered outward. */
  readonly deadMessages: number
}

/** Asks as the database's owner, who sees every session and both halves of an account; reads no name. */
export async function readDatabaseFacts(ownerUrl: string, jurisdiction: string, now: Date): Promise<DatabaseFacts> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'xianqu-doctor' })
  await client.connect()
  try {
    const { rows } = await client.query<Omit<DatabaseFacts, 'longTransactions'>>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as "versionName",
        clock_timestamp() as clock,
        current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable,
        (select count(*)::int from auth.credential c where c.jurisdiction_id = $1 and c.password_hash is not null
          and not exists (select from identity.appointment a where a.jurisdiction_id = $1 and a.person_id = c.person_id
            and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2))) as "accountsLeft",
        (select count(*)::int from deliveries.message where jurisdiction_id = $1 and state = 'dead') as "deadMessages"`,
      [jurisdiction, now],
    )
    const long = await client.query<DatabaseFacts['longTransactions'][number]>(
      `select pid, coalesce(nullif(application_name, ''), 'unnamed') as name, xact_start as since from pg_stat_activity
        where datname = current_database() and xact_start < clock_timestamp() - interval '1 minute' and pid <> pg_backend_pid()
        order by xact_start limit 5`,
    )
    const [facts] = rows
    if (facts === undefined) throw new Error('PostgreSQL answered nothing')
    return { ...facts, longTransactions: long.rows }
  } finally {
    await client.end()
  }
}
