import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { SignInSettings } from './domain/sign-in-settings.ts'

/** A county as its people see it. */
export type Jurisdiction = {
  readonly id: JurisdictionId
  readonly name: string
  readonly shortName: string
  readonly englishName: string
  readonly demo: boolean
  /** What this county calls things: `hub`, `supervision`, `portal` … */
  readonly names: Readonly<Record<string, string>>
  readonly signIn: SignInSettings
  /** What has been made stricter since the pack was applied. */
  readonly tightened: Partial<SignInSettings>
}

/** The county of an id, if a pack has been applied for it. */
export async function findJurisdiction(tx: Transaction, jurisdiction: string): Promise<Jurisdiction | undefined> {
  const [row] = await tx.query<Jurisdiction>(
    `select jurisdiction_id as id, name, short_name as "shortName", english_name as "englishName", demo, names,
      sign_in as "signIn", sign_in_tightened as tightened
    from identity.jurisdiction where jurisdiction_id = $1 and valid_to is null`,
    [jurisdiction],
  )
  return row
}

/** How many organisations, villages and communities, and staff the county has. */
export async function countDirectory(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly organisations: number; readonly villages: number; readonly staff: number }> {
  const [row] = await tx.query<{ organisations: number; villages: number; staff: number }>(
    `select
      (select count(*)::int from identity.organisation where jurisdiction_id = $1 and valid_to is null) as organisations,
      (select count(*)::int from identity.division
        where jurisdiction_id = $1 and level = 'village' and valid_to is null) as villages,
      (select count(*)::int from identity.person where jurisdiction_id = $1 and valid_to is null) as staff`,
    [jurisdiction],
  )
  return row ?? { organisations: 0, villages: 0, staff: 0 }
}
