import { Client, escapeIdentifier, escapeLiteral } from 'pg'

/** The passwords of the two roles that sign in; made once and kept in the data folder. */
export type RolePasswords = { readonly app: string; readonly auth: string }

/**
 * Makes the three roles where they are missing and sets their passwords: `xianqu_migrator` owns the schema and cannot sign
 * in, `xianqu_app` serves requests under row security, `xianqu_auth` holds sign-in credentials. The owner of `ownerUrl`
 * must be allowed to create roles.
 */
export async function prepareRoles(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'xianqu-roles' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('xianqu.roles'))`)
    const { rows } = await client.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'xianqu\\_%'`,
    )
    const present = new Set(rows.map((row) => row.rolname))
    if (!present.has('xianqu_migrator')) await client.query('create role xianqu_migrator nologin')
    await signInRole(client, present, 'xianqu_app', passwords.app)
    await signInRole(client, present, 'xianqu_auth', passwords.auth)
    await client.query('grant xianqu_migrator to current_user')
    const database = escapeIdentifier(client.database ?? '')
    await client.query(`grant create, connect, temporary on database ${database} to xianqu_migrator`)
    await client.query(`grant connect on database ${database} to xianqu_app, xianqu_auth`)
    await client.query('grant create, usage on schema public to xianqu_migrator')
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function signInRole(client: Client, present: ReadonlySet<string>, name: string, password: string): Promise<void> {
  const verb = present.has(name) ? 'alter' : 'create'
  await client.query(`${verb} role ${name} login password ${escapeLiteral(password)}`)
}

/** The owner's URL with another role and password. */
export function urlForRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}
