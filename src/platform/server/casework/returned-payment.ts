import type { PaymentReturn } from '#platform/contract/payment-returns.ts'
import { checkForm, formOf } from '#platform/kernel/forms/index.ts'
import { bankDigits } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse, unwrap } from '#platform/kernel/result.ts'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
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
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { daysForReturned, mayGoTo, paymentNumber } from './domain/payment.ts'
import type { CaseInHand } from './in-hand.ts'
import { listOutcomes, type OutcomeRow, outcomeStream } from './outcome-store.ts'
import { recordOutcome } from './record-outcome.ts'
import type { Recording } from './recording.ts'

/** The kind of obligation that money which the bank gave back is, of the authority that granted it. */
export const returnedObligation = 'case-payment-returned'

type Recorded = Pick<Decision<unknown>, 'entries' | 'writes'>

/** The account to which an outcome of a case pays: the one of the form, or the one given in its place. */
export function accountOf(personal: PersonalData, { matter, contents }: CaseInHand, row: OutcomeRow): string {
  if (row.sealed !== null) return personal.open(row.sealed, outcomeStream(row))
  const outcome = matter.outcomes.find(({ id }) => id === row.outcome)
  return outcome?.kind === 'payment' ? bankDigits(String(contents.form[outcome.account] ?? '')) : ''
}

/** The bank gave a payment back: it waits for another account, and the authority owes it until it has one. */
export function giveBack(recording: Recording, inHand: CaseInHand, was: OutcomeRow, reason: PaymentReturn): Recorded {
  const { row, matter } = inHand
  const at = recording.recordedAt.getTime()
  const { calendar } = recording.rules
  const payment = paymentNumber(row.id, was.outcome, was.payment)
  const owed = openObligation(
    { calendar, ladder: recording.rules.ladderAt('standard', at) },
    {
      ...{ kind: returnedObligation, subject: `casework.outcome/${payment}` },
      title: `${matter.name}：款项被银行退回，请协助申请人更正收款账户（${row.number}）`,
      ...{ debtor: { organisation: row.authority, person: null }, lead: row.authority },
      ...{ dueAt: addWorkingDays(calendar, at, daysForReturned).at, readers: null },
    },
    at,
  )
  const after = { ...was, state: 'returned' as const, trouble: reason, obligation_id: owed.row.id }
  const payload = { payment, reason, authority: row.authority }
  return together(
    recordOutcome(recording, inHand, was, { kind: 'returned', after, payload }),
    recordOwed(recording, (one) => rulesOfObligation(recording.rules, one), [owed]),
  )
}

/**
 * Sends a payment that the bank gave back to another account, under a number that names the one it replaces; the sweep closes that one
 * first. Refuses: `casework.payment.not-returned`, `casework.payment.same-account`, `casework.payment.account-invalid`.
 */
export async function decideAccount(
  tx: Transaction,
  { now }: Pick<CommandCall, 'now'>,
  { recording, inHand }: { readonly recording: Recording; readonly inHand: CaseInHand },
  { outcome, account }: { readonly outcome: string; readonly account: string },
): Promise<Result<Recorded>> {
  const { jurisdiction, personal, rules } = recording
  const was = (await listOutcomes(tx, jurisdiction, inHand.row.id)).find((one) => one.outcome === outcome)
  const { state = 'done', trouble = null } = was ?? {}
  const may = mayGoTo(account, { state, trouble, account: was ? accountOf(personal, inHand, was) : '' })
  if (!may.ok || was === undefined) return may.ok ? ok({ entries: [], writes: [] }) : may
  if (!isAccount(rules, inHand, was, account)) return refuse('casework.payment.account-invalid')
  const sealed = personal.seal(account, outcomeStream(was))
  const after = {
    ...was,
    state: 'ordered' as const,
    trouble: null,
    payment: was.payment + 1,
    sealed,
    obligation_id: null,
  }
  const [payment, replaces] = [after, was].map((one) => paymentNumber(inHand.row.id, outcome, one.payment))
  return ok(
    together(
      recordOutcome(recording, inHand, was, {
        ...{ kind: 'redirected', after, nextAt: now },
        payload: { payment: payment ?? '', replaces: replaces ?? '' },
      }),
      await answered(tx, recording, was),
    ),
  )
}

/** Whether it is what the form of the matter asks for: a card of a person, an account of a unit. */
function isAccount(rules: CountyRules, { matter }: CaseInHand, row: OutcomeRow, account: string): boolean {
  const outcome = matter.outcomes.find(({ id }) => id === row.outcome)
  if (outcome?.kind !== 'payment') return false
  const form = formOf([{ field: outcome.account, required: true }], rules.documents('field'))
  return checkForm(form, { [outcome.account]: account }).length === 0
}

/** What the authority owed is answered: the account came, and the rule took it. */
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
