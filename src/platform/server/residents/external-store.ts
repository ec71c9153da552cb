import type { PersonId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** An account of a provider of single sign-on. */
export type ExternalAccount = { readonly provider: string; readonly subject: string }

/** The resident to whom an account is bound. */
export async function findBound(
  tx: Transaction,
  jurisdiction: string,
  { provider, subject }: ExternalAccount,
): Promise<PersonId | undefined> {
  const [row] = await tx.query<{ resident: PersonId }>(
    `select resident_id as resident from auth.resident_external
      where jurisdiction_id = $1 and provider = $2 and subject = $3`,
    [jurisdiction, provider, subject],
  )
  return row?.resident
}

/** Binds an account; false where the account, or the resident at that provider, is bound already. */
export async function bindAccount(
  tx: Transaction,
  jurisdiction: string,
  bound: ExternalAccount & { readonly resident: PersonId; readonly at: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into auth.resident_external (jurisdiction_id, provider, subject, resident_id, bound_at) values ($1, $2, $3, $4, $5)
      on conflict do nothing returning 1`,
    [jurisdiction, bound.provider, bound.subject, bound.resident, bound.at],
  )
  return rows.length === 1
}
