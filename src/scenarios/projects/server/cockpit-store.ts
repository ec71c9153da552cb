import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A leaf as the search for the root of a lateness wants it. */
export type GraphNode = {
  readonly id: string
  readonly plan_id: string
  readonly title: string
  readonly organisation: string
  readonly planned_start: Date
  readonly deadline: Date
  readonly started_at: Date | null
  readonly submitted_at: Date | null
  readonly links: readonly PlanLink[]
  readonly lamp: string
  readonly state: string
}

const columns = `id, plan_id, title, organisation, planned_start, deadline, started_at, submitted_at, links, lamp, state`

/** The leaves of plans, those that the transaction may see. */
export function listGraph(tx: Transaction, jurisdiction: string, plans: readonly string[]): Promise<GraphNode[]> {
  return tx.prepared<GraphNode>(
    'projects.list-graph',
    `select ${columns} from plans.node where jurisdiction_id = $1 and plan_id = any($2::uuid[]) and leaf`,
    [jurisdiction, plans],
  )
}

/** Of each unit the red open leaf whose deadline is the earliest. */
export function listLongestLate(tx: Transaction, jurisdiction: string, units: readonly string[]): Promise<GraphNode[]> {
  return tx.prepared<GraphNode>(
    'projects.list-longest-late',
    `select n.* from unnest($2::text[]) as u(organisation) cross join lateral (
        select ${columns} from plans.node
        where jurisdiction_id = $1 and organisation = u.organisation and leaf and lamp = 'red'
          and state <> 'done'
        order by deadline limit 1
      ) n`,
    [jurisdiction, units],
  )
}
