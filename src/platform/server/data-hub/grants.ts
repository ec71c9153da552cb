import type { Transaction } from '#platform/server/database/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Grant } from './domain/grant.ts'
import { type GrantRow, listGrantRows } from './grant-store.ts'

/** A grant with where it comes from, and its end where an operator ended it before its day. */
export type KnownGrant = Grant & {
  readonly from: 'pack' | 'operator'
  readonly endedAt: Date | undefined
  readonly endedReason: string | undefined
}

/** The grants that nobody has ended: those of the pack and those of operators. */
export async function listGrants(
  tx: Transaction,
  jurisdiction: string,
  catalogue: Catalogue,
): Promise<readonly Grant[]> {
  const all = await listKnownGrants(tx, jurisdiction, catalogue)
  return all.filter(({ endedAt }) => endedAt === undefined)
}

/** Every grant, ended ones too. */
export async function listKnownGrants(
  tx: Transaction,
  jurisdiction: string,
  catalogue: Pick<Catalogue, 'grants'>,
): Promise<readonly KnownGrant[]> {
  const rows = await listGrantRows(tx, jurisdiction)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [
    ...catalogue.grants.map((grant) => known(grant, 'pack', byId.get(grant.id))),
    ...rows.flatMap((row) => ('dataset' in row.body ? [known(row.body as Grant, 'operator', row)] : [])),
  ]
}

function known(grant: Grant, from: KnownGrant['from'], row: GrantRow | undefined): KnownGrant {
  return { ...grant, from, endedAt: row?.ended_at ?? undefined, endedReason: row?.ended_reason ?? undefined }
}
