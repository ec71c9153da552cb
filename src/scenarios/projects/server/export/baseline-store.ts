import type { Transaction } from '#platform/server/database/index.ts'

/** A node's dates in a baseline of ours, from 1 on. */
export type BaselineDates = {
  readonly node: string
  readonly number: number
  readonly start: Date
  readonly finish: Date
}

/** The dates of a plan's baselines, the first eleven. */
export function listBaselineDates(tx: Transaction, jurisdiction: string, plan: string): Promise<BaselineDates[]> {
  return tx.prepared<BaselineDates>(
    'projects.list-baseline-dates',
    `select node_id as node, number, planned_start as start, deadline as finish from plans.baseline_node
      where jurisdiction_id = $1 and plan_id = $2 and number <= 11 order by node_id, number`,
    [jurisdiction, plan],
  )
}
