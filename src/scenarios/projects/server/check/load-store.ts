import type { Transaction } from '#platform/server/database/index.ts'

/** A stretch of work that a person bears in a running plan. */
export type BorneRow = {
  readonly plan: string
  readonly person: string
  readonly start: Date
  readonly finish: Date
}

/** Leaves of running plans that are not done, of these people, other plans than `but`. */
export function listBorne(
  tx: Transaction,
  jurisdiction: string,
  people: readonly string[],
  but: string,
): Promise<BorneRow[]> {
  return tx.prepared<BorneRow>(
    'projects.list-borne',
    `select n.plan_id as plan, n.person, n.planned_start as start, n.deadline as finish
      from plans.node n join plans.plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id
      where n.jurisdiction_id = $1 and n.person = any($2::uuid[]) and n.leaf and p.state = 'running' and p.id <> $3
        and n.state in ('planned', 'running', 'returned')`,
    [jurisdiction, people, but],
  )
}
