import type { Transaction } from '#platform/server/database/index.ts'
import { listPlans, type NodeRow, nodeColumns, type PlanRow } from '#platform/server/plans/index.ts'

const open = `n.leaf and n.state <> 'done' and p.state in ('draft', 'proposed', 'running', 'paused')`

/** A person's open leaves in a unit, with their plans. */
export async function listHeldNodes(
  tx: Transaction,
  jurisdiction: string,
  held: { readonly unit: string; readonly person: string },
): Promise<{ readonly row: NodeRow; readonly plan: PlanRow }[]> {
  const rows = await tx.prepared<NodeRow>(
    'projects.list-held-nodes',
    `select ${nodeColumns} from plans.node n
      join plans.plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id
      where n.jurisdiction_id = $1 and n.organisation = $2 and n.person = $3 and ${open} order by n.id`,
    [jurisdiction, held.unit, held.person],
  )
  const ids = [...new Set(rows.map((row) => row.plan_id))]
  const plans = new Map((await listPlans(tx, jurisdiction, ids)).map((plan) => [plan.id, plan]))
  return rows.flatMap((row) => {
    const plan = plans.get(row.plan_id)
    return plan === undefined ? [] : [{ row, plan }]
  })
}

/** Who holds open leaves in some units, how many, and whether they still hold a post there or in what belongs to it. */
export function listHolders(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
  at: Date,
): Promise<{ unit: string; person: string; nodes: number; in_post: boolean }[]> {
  return tx.prepared(
    'projects.list-holders',
    `select n.organisation as unit, n.person, count(*)::int as nodes, exists (
        select from identity.appointment a
          join identity.person h on h.jurisdiction_id = a.jurisdiction_id and h.id = a.person_id and h.valid_to is null
          join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id and t.valid_to is null
          join identity.organisation o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.organisation_id
        where a.jurisdiction_id = $1 and a.person_id = n.person and n.organisation = any(o.path)
          and a.valid_from <= $3 and (a.valid_to is null or a.valid_to > $3)) as in_post
      from plans.node n join plans.plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id
      where n.jurisdiction_id = $1 and n.organisation = any($2) and n.person is not null and ${open}
      group by n.organisation, n.person order by in_post, nodes desc, n.organisation, n.person`,
    [jurisdiction, units, at],
  )
}

/** The people who hold a post in some units, and in which. */
export function listColleagues(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
  at: Date,
): Promise<{ unit: string; person: string; name: string }[]> {
  return tx.prepared(
    'projects.list-colleagues',
    `select distinct t.organisation_id as unit, p.id as person, p.name from identity.person p
      join identity.appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id
        and a.valid_from <= $3 and (a.valid_to is null or a.valid_to > $3)
      join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id
      where p.jurisdiction_id = $1 and t.organisation_id = any($2) and p.valid_to is null order by p.name, p.id, unit`,
    [jurisdiction, units, at],
  )
}
