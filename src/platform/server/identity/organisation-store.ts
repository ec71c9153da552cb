import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** An organisation as the directory shows it. */
export type Organisation = {
  readonly id: OrganisationId
  readonly parent: OrganisationId | null
  /** Ids from the root down to itself. */
  readonly path: readonly OrganisationId[]
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly division: string | null
  readonly ended: boolean
}

const columns = `id, parent_id as parent, path, kind, name, short_name as "shortName", division_code as division,
  valid_to is not null as ended`

/** Every organisation in force, parents and elders first. */
export function listOrganisations(tx: Transaction, jurisdiction: string): Promise<Organisation[]> {
  return tx.query<Organisation>(
    `select ${columns} from identity.organisation where jurisdiction_id = $1 and valid_to is null
    order by cardinality(path), place, id`,
    [jurisdiction],
  )
}

/** One organisation, ended ones included. */
export async function findOrganisation(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<Organisation | undefined> {
  const [row] = await tx.query<Organisation>(
    `select ${columns} from identity.organisation where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** Organisations in force whose name or short name holds the text; the county's own order, at most `limit`. */
export function searchOrganisations(
  tx: Transaction,
  jurisdiction: string,
  search: { readonly text: string; readonly limit: number },
): Promise<Organisation[]> {
  return tx.query<Organisation>(
    `select ${columns} from identity.organisation
    where jurisdiction_id = $1 and valid_to is null and (name like $2 or short_name like $2)
    order by cardinality(path), place, id limit $3`,
    [jurisdiction, containing(search.text), search.limit],
  )
}

/** What lies above an organisation, the root first; not itself. */
export function listAncestors(tx: Transaction, jurisdiction: string, id: string): Promise<Organisation[]> {
  return tx.query<Organisation>(
    `select ${columns} from identity.organisation
    where jurisdiction_id = $1 and id <> $2
      and id = any((select path from identity.organisation where jurisdiction_id = $1 and id = $2)::text[])
    order by cardinality(path)`,
    [jurisdiction, id],
  )
}

/** What lies below an organisation, in force; not itself. */
export function listDescendants(tx: Transaction, jurisdiction: string, id: string): Promise<Organisation[]> {
  return tx.query<Organisation>(
    `select ${columns} from identity.organisation
    where jurisdiction_id = $1 and valid_to is null and id <> $2 and $2 = any(path)
    order by cardinality(path), place, id`,
    [jurisdiction, id],
  )
}

/** A LIKE pattern for texts that hold this one, whatever signs are in it. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
