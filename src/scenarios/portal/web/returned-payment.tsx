import type { FormEvent } from 'react'
import { paymentReturns } from '#platform/contract/payment-returns.ts'
import type { FieldType } from '#platform/kernel/forms/index.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { AccountFields, useAccountDraft } from '#platform/web/form/account-fields.tsx'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import css from './portal.module.css'

const words = {
  state: ['银行退回', 'Given back by the bank'],
  title: [
    (money: string) => `${money}没有到账，请更正收款账户`,
    (money: string) => `${money} did not arrive: correct the account`,
  ],
  why: [
    (why: string, account: string) =>
      `原因：${why}（尾号 ${account}）。钱没有丢，更正后按原来的决定重新划转，不用重新申请。`,
    (why: string, account: string) =>
      `Because ${why} (ending in ${account}). Nothing is lost: it is paid to the account that you give, and you need not ask again.`,
  ],
  whose: ['要用申请人本人（本单位）名下的账户。', 'The account must be in the applicant’s own name.'],
  send: ['更正并重新划转', 'Correct it and pay again'],
  window: [
    (authority: string) => `不方便自己填的，带上银行卡到收件的窗口，或者联系${authority}。`,
    (authority: string) => `Or take your card to the window where you asked, or to ${authority}.`,
  ],
  yuan: [(yuan: string) => `${yuan} 元`, (yuan: string) => `${yuan} yuan`],
} as const

type Outcome = CaseView['outcomes'][number]
type Props = { readonly view: CaseView; readonly outcome: Outcome }

/** Money that the bank gave back: why, that nothing is lost, and the form for another account. Nothing of an outcome that is well. */
export function ReturnedPayment({ view, outcome: of }: Props) {
  const { outcome, name, returned, account, accountType, amountYuan, may } = of
  const t = useWords(words)
  const language = useLanguage()
  if (returned === null) return null
  const money = amountYuan === null ? name : t.yuan(amountYuan.toLocaleString('zh-CN'))
  return (
    <section className={css.panel}>
      <span className={`${css.state} ${css.waits}`}>
        <Icon name="late" />
        {t.state}
      </span>
      <h2 className={css.heading}>{t.title(money)}</h2>
      <p>{t.why(paymentReturns[returned][language], (account ?? '').slice(-4))}</p>
      {may.includes('correct-account') && (
        <AccountForm id={view.case} outcome={outcome} type={accountType ?? 'bank-account'} />
      )}
      <p className={css.note}>{t.window(view.authority.name)}</p>
    </section>
  )
}

type AccountFormProps = { readonly id: string; readonly outcome: string; readonly type: FieldType }

function AccountForm({ id, outcome, type }: AccountFormProps) {
  const t = useWords(words)
  const draft = useAccountDraft(type)
  const correct = useCommand(mattersApi.correctAccount.call, {
    touches: [mattersApi.myCase.key(), mattersApi.mine.key()],
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const account = draft.check()
    if (account !== undefined) correct.mutate({ case: id, outcome, account })
  }
  return (
    <form className={css.section} onSubmit={send}>
      <AccountFields draft={draft} hint={t.whose} />
      <FailureMessage error={correct.error} />
      <Button type="submit" look="main" wide busy={correct.isPending}>
        {t.send}
      </Button>
    </form>
  )
}
