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

/** Takes outcomes that are due, the longest waiting first, and lets nobody else take them before `until`. */
export function claimOutcomes(
  tx: Transaction,
  jurisdiction: string,
  due: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<OutcomeRow[]> {
  return tx.prepared<OutcomeRow>(
    'casework.claim-outcomes',
    `update casework.outcome o set next_at = $3, attempts = o.attempts + 1
      from (select case_id, outcome from casework.outcome where jurisdiction_id = $1 and next_at <= $2
        order by next_at limit $4 for update skip locked) due
      where o.jurisdiction_id = $1 and o.case_id = due.case_id and o.outcome = due.outcome
      returning ${columns}`,
    [jurisdiction, due.now, due.until, due.limit],
  )
}

/** How an outcome stands after somebody tried to carry it out. */
export function saveOutcome(
  jurisdiction: string,
  row: Pick<OutcomeRow, 'case_id' | 'outcome' | 'state' | 'done_at' | 'reference' | 'trouble'>,
  nextAt: Date | null,
): Statement {
  return {
    name: 'casework.save-outcome',
    text: `update casework.outcome set state = $4, done_at = $5, reference = $6, trouble = $7, next_at = $8
      where jurisdiction_id = $1 and case_id = $2 and outcome = $3 and state = 'ordered'`,
    values: [jurisdiction, row.case_id, row.outcome, row.state, row.done_at, row.reference, row.trouble, nextAt],
  }
}
