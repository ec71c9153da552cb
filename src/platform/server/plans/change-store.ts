import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Edit } from './domain/outline-node.ts'

/** A proposal to change a running plan, and what became of it. */
export type ChangeRow = {
  readonly id: string
  readonly plan_id: string
  readonly state: 'proposed' | 'approved' | 'refused' | 'withdrawn'
  readonly reason: string
  readonly edits: readonly Edit[]
  readonly proposed_by: string
  readonly proposed_post: string
  readonly proposed_at: Date
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly note: string
  /** The baseline that it made. */
  readonly baseline: number | null
  readonly readers: readonly string[] | null
  readonly version: number
}

const columns = [
  ...['id', 'plan_id', 'state', 'reason', 'edits', 'proposed_by', 'proposed_post', 'proposed_at'],
  ...['decided_by', 'decided_at', 'note', 'baseline', 'readers', 'version'],
] as readonly (keyof ChangeRow)[]

/** Puts a proposal on record; fails where another one of the plan is open. */
export function insertChange(jurisdiction: string, change: ChangeRow): Statement {
  return {
    name: 'plans.insert-change',
    text: `insert into plans.change (jurisdiction_id, ${columns.join(', ')})
      values ($1, ${columns.map((_, index) => `$${index + 2}`).join(', ')})`,
    values: [jurisdiction, ...columns.map((one) => (one === 'edits' ? JSON.stringify(change.edits) : change[one]))],
  }
}

/** Writes what became of a proposal. */
export function settleChange(jurisdiction: string, change: ChangeRow): Statement {
  return {
    name: 'plans.settle-change',
    text: `update plans.change set state = $3, decided_by = $4, decided_at = $5, note = $6, baseline = $7, version = $8
      where jurisdiction_id = $1 and id = $2`,
    values: [
      ...[jurisdiction, change.id, change.state, change.decided_by, change.decided_at],
      ...[change.note, change.baseline, change.version],
    ],
  }
}

/** One proposal. */
export async function findChange(tx: Transaction, jurisdiction: string, id: string): Promise<ChangeRow | undefined> {
  const [row] = await tx.prepared<ChangeRow>(
    'plans.find-change',
    `select ${columns.join(', ')} from plans.change where jurisdiction_id = $1 and id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** The proposals of a plan, newest first. */
export function listChanges(tx: Transaction, jurisdiction: string, plan: string): Promise<ChangeRow[]> {
  return tx.prepared<ChangeRow>(
    'plans.list-changes',
    `select ${columns.join(', ')} from plans.change where jurisdiction_id = $1 and plan_id = $2 order by proposed_at desc`,
    [jurisdiction, plan],
  )
}
