import type { PersonId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** An account of single sign-on and whose it is. */
export type ExternalAccount = { readonly handle: string; readonly person: PersonId; readonly isBound: boolean }

/** The account that a provider's name is bound to or, where none is, the one that is listed under a handle and free; locked. */
export async function findExternal(
  tx: Transaction,
  jurisdiction: string,
  who: { readonly provider: string; readonly subject: string; readonly handles: readonly string[] },
): Promise<ExternalAccount | undefined> {
  const rows = await tx.query<ExternalAccount>(
    `select handle, person_id as person, subject is not null as "isBound" from auth.external_account
      where jurisdiction_id = $1 and provider = $2 and (subject = $3 or (subject is null and handle = any($4)))
      order by subject nulls last for update`,
    [jurisdiction, who.provider, who.subject, who.handles],
  )
  const people = new Set(rows.map(({ person }) => person))
  // Two handles that were listed for two people name nobody.
  return rows[0]?.isBound || people.size === 1 ? rows[0] : undefined
}

/** Binds a provider's name to a listed account, and makes sure that its person can have sessions. */
export async function bindExternal(
  tx: Transaction,
  jurisdiction: string,
  bound: {
    readonly provider: string
    readonly handle: string
    readonly subject: string
    readonly person: PersonId
    readonly at: Date
  },
): Promise<void> {
  await tx.query(
    `update auth.external_account set subject = $4, bound_at = $5 where jurisdiction_id = $1 and provider = $2 and handle = $3`,
    [jurisdiction, bound.provider, bound.handle, bound.subject, bound.at],
  )
  await tx.query(`insert into auth.credential (jurisdiction_id, person_id) values ($1, $2) on conflict do nothing`, [
    jurisdiction,
    bound.person,
  ])
}

/** Lists a person under a handle; what a person was listed under or bound to before is forgotten. */
export async function listExternal(
  tx: Transaction,
  jurisdiction: string,
  listed: { readonly provider: string; readonly handle: string; readonly person: PersonId; readonly at: Date },
): Promise<void> {
  await tx.query(
    'delete from auth.external_account where jurisdiction_id = $1 and provider = $2 and (person_id = $3 or handle = $4)',
    [jurisdiction, listed.provider, listed.person, listed.handle],
  )
  await tx.query(
    `insert into auth.external_account (jurisdiction_id, provider, handle, person_id, listed_at) values ($1, $2, $3, $4, $5)`,
    [jurisdiction, listed.provider, listed.handle, listed.person, listed.at],
  )
}
