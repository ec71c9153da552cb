import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CaseEvent } from './domain/case.ts'
import type { CaseInHand } from './in-hand.ts'

/** An outcome as it is stored. */
export type OutcomeRow = {
  readonly case_id: string
  readonly outcome: string
  readonly kind: 'document' | 'credential' | 'payment' | 'post'
  readonly state: 'ordered' | 'done' | 'failed'
  readonly ordered_at: Date
  readonly done_at: Date | null
  readonly attempts: number
  readonly reference: string | null
  readonly trouble: string | null
}

const columns = 'o.case_id, o.outcome, o.kind, o.state, o.ordered_at, o.done_at, o.attempts, o.reference, o.trouble'

/** Orders the outcomes that a change gave; one that is ordered stays as it is. */
export function insertOutcomes(jurisdiction: string, inHand: CaseInHand, given: readonly CaseEvent[]): Statement {
  const rows = given.flatMap(({ at, payload }) => {
    const outcome = inHand.matter.outcomes.find(({ id }) => id === payload.outcome)
    return outcome ? [{ outcome: outcome.id, kind: outcome.kind, ordered_at: new Date(at) }] : []
  })
  return {
    name: 'casework.insert-outcomes',
    text: `insert into casework.outcome (jurisdiction_id, case_id, outcome, kind, state, ordered_at, next_at, readers)
      select $1, $2, r.outcome, r.kind, 'ordered', r.ordered_at, r.ordered_at, $4::text[]
      from jsonb_to_recordset($3::jsonb) as r(outcome text, kind text, ordered_at timestamptz)
      on conflict (jurisdiction_id, case_id, outcome) do nothing`,
    values: [jurisdiction, inHand.row.id, JSON.stringify(rows), inHand.row.readers],
  }
}

/** What a case gave. */
export function listOutcomes(tx: Transaction, jurisdiction: string, id: string): Promise<OutcomeRow[]> {
  return tx.prepared<OutcomeRow>(
    'casework.list-outcomes',
    `select ${columns} from casework.outcome o where o.jurisdiction_id = $1 and o.case_id = $2 order by o.ordered_at, o.outcome`,
    [jurisdiction, id],
  )
}
