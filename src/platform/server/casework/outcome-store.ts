import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CaseEvent } from './domain/case.ts'
import type { OutcomeState } from './domain/outcome.ts'
import type { CaseInHand } from './in-hand.ts'

/** An outcome as it is stored. */
export type OutcomeRow = {
  readonly case_id: string
  readonly outcome: string
  readonly kind: 'document' | 'credential' | 'payment' | 'post'
  readonly state: OutcomeState
  readonly ordered_at: Date
  readonly done_at: Date | null
  readonly attempts: number
  readonly reference: string | null
  /** Why it is not done: the code of a refusal, of a returned payment what the bank said. */
  readonly trouble: string | null
  /** Which payment it is: the first, or one that replaces the one before. */
  readonly payment: number
  /** The account that was given in place of the one of the form. */
  readonly sealed: Buffer | null
  readonly obligation_id: string | null
  readonly version: number
}

const columns = `o.case_id, o.outcome, o.kind, o.state, o.ordered_at, o.done_at, o.attempts, o.reference, o.trouble, o.payment,
  o.sealed, o.obligation_id, o.version`

/** The stream of an outcome's story. */
export function outcomeStream({ case_id, outcome }: Pick<OutcomeRow, 'case_id' | 'outcome'>): string {
  return `casework.outcome/${case_id}.${outcome}`
}

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

/** Those of the cases whose money the bank gave back, and that wait for another account. */
export async function listReturned(
  tx: Transaction,
  jurisdiction: string,
  cases: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.prepared<{ case_id: string }>(
    'casework.list-returned',
    `select o.case_id from casework.outcome o
      where o.jurisdiction_id = $1 and o.case_id = any($2::uuid[]) and o.state = 'returned'`,
    [jurisdiction, cases],
  )
  return new Set(rows.map(({ case_id }) => case_id))
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

/** How an outcome stands now, unless something was put on record of it since it was read at version `was`. */
export function saveOutcome(
  jurisdiction: string,
  row: OutcomeRow,
  { was, nextAt }: { readonly was: number; readonly nextAt: Date | null },
): Statement {
  const { case_id, outcome, state, done_at, reference, trouble, payment, sealed, obligation_id, version } = row
  return {
    name: 'casework.save-outcome',
    text: `update casework.outcome set state = $5, done_at = $6, reference = $7, trouble = $8, next_at = $9, payment = $10,
        sealed = $11, obligation_id = $12, version = $13
      where jurisdiction_id = $1 and case_id = $2 and outcome = $3 and version = $4`,
    values: [
      ...[jurisdiction, case_id, outcome, was, state, done_at, reference, trouble, nextAt, payment, sealed],
      ...[obligation_id, version],
    ],
  }
}
