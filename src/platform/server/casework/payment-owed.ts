import { ok, unwrap } from '#platform/kernel/result.ts'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import {
  acceptAnswer,
  applyRule,
  listObligationsById,
  type Owed,
  obligationOf,
  onRecord,
  openObligation,
  recordOwed,
  rulesOfObligation,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import { paymentNumber } from './domain/payment.ts'
import type { CaseInHand } from './in-hand.ts'
import type { OutcomeRow } from './outcome-store.ts'
import { type OutcomeEvent, recordOutcome } from './record-outcome.ts'
import type { Recording } from './recording.ts'

/** What is put on record beside an answer. */
export type Recorded = Pick<Decision<unknown>, 'entries' | 'writes'>

type Trouble = {
  readonly event: Omit<OutcomeEvent, 'after'> & { readonly after: Omit<OutcomeRow, 'obligation_id'> }
  /** What the authority owes until the payment is ordered anew. */
  readonly owed: { readonly kind: string; readonly title: string; readonly workingDays: number }
}

/** A payment did not arrive: that is put on record, and its authority owes what puts it right, with a clock. */
export function owePayment(recording: Recording, inHand: CaseInHand, was: OutcomeRow, trouble: Trouble): Recorded {
  const { row } = inHand
  const { event, owed } = trouble
  const at = recording.recordedAt.getTime()
  const { calendar } = recording.rules
  const opened = openObligation(
    { calendar, ladder: recording.rules.ladderAt('standard', at) },
    {
      ...{ kind: owed.kind, subject: `casework.outcome/${paymentNumber(row.id, was.outcome, was.payment)}` },
      title: owed.title,
      ...{ debtor: { organisation: row.authority, person: null }, lead: row.authority },
      ...{ dueAt: addWorkingDays(calendar, at, owed.workingDays).at, readers: null },
    },
    at,
  )
  const { id, version } = recording.rules.paymentRuleAt(at)
  const after = { ...event.after, obligation_id: opened.row.id }
  return together(
    recordOutcome(recording, inHand, was, { ...event, after, rule: { id, version } }),
    recordOwed(recording, (one) => rulesOfObligation(recording.rules, one), [opened]),
  )
}

/** A payment is ordered anew, under a number that names the one it replaces, and what was owed for that is answered. */
export async function replacePayment(
  tx: Transaction,
  recording: Recording,
  inHand: CaseInHand,
  {
    was,
    ...event
  }: Pick<OutcomeEvent, 'kind' | 'payload'> & { readonly was: OutcomeRow; readonly sealed: Buffer | null },
): Promise<Recorded> {
  const after = {
    ...{ ...was, state: 'ordered' as const, trouble: null, obligation_id: null },
    ...{ payment: was.payment + 1, sealed: event.sealed },
  }
  const [payment = '', replaces = ''] = [after, was].map((one) =>
    paymentNumber(inHand.row.id, was.outcome, one.payment),
  )
  const ordered = recordOutcome(recording, inHand, was, {
    ...{ kind: event.kind, after, nextAt: recording.recordedAt },
    payload: { ...event.payload, payment, replaces },
  })
  return together(ordered, await answered(tx, recording, was))
}

/** What the authority owed is answered, and the rule took it. */
async function answered(tx: Transaction, recording: Recording, { obligation_id }: OutcomeRow): Promise<Recorded> {
  const { jurisdiction, rules, recordedAt } = recording
  const at = recordedAt.getTime()
  const owed = obligation_id === null ? [] : await listObligationsById(tx, jurisdiction, [obligation_id])
  const closed = owed
    .filter(({ state }) => state === 'open' || state === 'submitted')
    .map((row): Owed => {
      const under = rulesOfObligation(rules, row)
      const handed = row.state === 'open' ? unwrap(submitAnswer(under, obligationOf(row), {}, at)) : undefined
      const taken = unwrap(acceptAnswer(handed?.obligation ?? obligationOf(row), { by: 'casework' }, at))
      const change = ok({ obligation: taken.obligation, events: [...(handed?.events ?? []), ...taken.events] })
      return unwrap(applyRule(onRecord(row), under.ladder, change))
    })
  return recordOwed(recording, (one) => rulesOfObligation(rules, one), closed)
}

function together(one: Recorded, other: Recorded): Recorded {
  return { entries: [...one.entries, ...other.entries], writes: [...one.writes, ...other.writes] }
}
