import { isPaymentReturn } from '#platform/contract/payment-returns.ts'
import { mask } from '#platform/kernel/personal/index.ts'
import { accountOf, type CaseInHand, mayOrderAnew, type OutcomeRow } from '#platform/server/casework/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { StoryEntry } from '#platform/server/journal/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import type { CaseView } from '../../contract/views.ts'

type Outcome = CaseView['outcomes'][number]
type Seen = {
  readonly inHand: CaseInHand
  readonly outcomes: readonly OutcomeRow[]
  readonly story: readonly StoryEntry[]
  readonly asks: boolean
}

/** What a case gave, with what is paid to which account, and where it did not arrive, why and who may put it right. */
export function outcomesOf(
  { rules, personal }: { readonly rules: CountyRules; readonly personal: PersonalData },
  { inHand, outcomes, story, asks }: Seen,
  { mayPay }: { mayPay(unit: string): boolean },
): Outcome[] {
  return outcomes.map((row) => ({
    ...{ outcome: row.outcome, kind: row.kind, state: row.state, reference: row.reference },
    ...givenBy(rules, inHand, row.outcome),
    account: row.kind === 'payment' ? mask('bank-card', accountOf(personal, inHand, row)) : null,
    returned: row.state === 'returned' && isPaymentReturn(row.trouble) ? row.trouble : null,
    said: row.state === 'failed' ? saidOf(story, row.outcome) : null,
    orderedAt: row.ordered_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    may: [
      ...(row.state === 'returned' && asks ? (['correct-account'] as const) : []),
      ...(mayOrderAnew(row) && mayPay(inHand.row.authority) ? (['reorder'] as const) : []),
    ],
  }))
}

/** What the bank said when it did not take the last order. */
function saidOf(story: readonly StoryEntry[], outcome: string): string | null {
  const failed = story.findLast(
    ({ kind, payload }) => kind === 'casework.outcome.failed' && payload?.outcome === outcome,
  )
  const said = failed?.payload?.said
  return typeof said === 'string' ? said : null
}

/** What an outcome of the case is called, and what is paid by it to what kind of account. */
function givenBy(
  rules: CountyRules,
  { matter, contents }: CaseInHand,
  id: string,
): Pick<Outcome, 'name' | 'amountYuan' | 'accountType'> {
  const outcome = matter.outcomes.find((one) => one.id === id)
  const payment = outcome?.kind === 'payment' ? outcome : undefined
  const amount = payment && contents.outputs[payment.amount]
  const field = payment && rules.documents('field').findLast((one) => one.id === payment.account)
  return {
    name: outcome?.name ?? id,
    amountYuan: typeof amount === 'number' ? amount : null,
    accountType: field?.type ?? null,
  }
}
