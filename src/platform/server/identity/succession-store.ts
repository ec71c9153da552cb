import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A unit that was merged into another: which one stands for it now, and since when. */
export type Succession = { readonly unit: OrganisationId; readonly successor: OrganisationId; readonly since: Date }

/** The units of the county that were merged into others, each with the unit in force that stands for it. */
export function listSuccessions(tx: Transaction, jurisdiction: string): Promise<Succession[]> {
  return tx.prepared<Succession>(
    'identity.list-successions',
    `select u.id as unit, o.id as successor, u.valid_to as since
      from identity.organisation o
        cross join lateral identity.absorbed_by($1, array[o.id]) as gone (id)
        join identity.organisation u on u.jurisdiction_id = $1 and u.id = gone.id and u.valid_to is not null
      where o.jurisdiction_id = $1 and o.valid_to is null and cardinality(o.absorbs) > 0`,
    [jurisdiction],
  )
}
