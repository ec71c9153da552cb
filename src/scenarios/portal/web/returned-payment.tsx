import { type FormEvent, useState } from 'react'
import { paymentReturns } from '#platform/contract/payment-returns.ts'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
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
  account: ['新的收款银行账号', 'The new account'],
  again: ['再输一遍', 'Once more'],
  differs: ['两次输入的账号不一样', 'The two differ'],
  format: ['账号是 8 至 32 位数字', 'An account has 8 to 32 digits'],
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
export function ReturnedPayment({ view, outcome: { outcome, name, returned, account, amountYuan, may } }: Props) {
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
      {may.includes('correct-account') && <AccountForm id={view.case} outcome={outcome} />}
      <p className={css.note}>{t.window(view.authority.name)}</p>
    </section>
  )
}

function AccountForm({ id, outcome }: { readonly id: string; readonly outcome: string }) {
  const t = useWords(words)
  const [account, setAccount] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<'format' | 'differs'>()
  const correct = useCommand(mattersApi.correctAccount.call, {
    touches: [mattersApi.myCase.key(), mattersApi.mine.key()],
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const [one, other] = [digitsOf(account), digitsOf(again)]
    const found = /^\d{8,32}$/.test(one) ? (one === other ? undefined : 'differs') : 'format'
    setFault(found)
    if (found === undefined) correct.mutate({ case: id, outcome, account: one })
  }
  const field = { inputMode: 'numeric', autoComplete: 'off', required: true, maxLength: 48 } as const
  return (
    <form className={css.section} onSubmit={send}>
      <TextField
        {...field}
        label={t.account}
        hint={t.whose}
        value={account}
        error={fault === 'format' ? t.format : undefined}
        onChange={(event) => setAccount(event.target.value)}
      />
      <TextField
        {...field}
        label={t.again}
        value={again}
        error={fault === 'differs' ? t.differs : undefined}
        onChange={(event) => setAgain(event.target.value)}
      />
      <FailureMessage error={correct.error} />
      <Button type="submit" look="main" wide busy={correct.isPending}>
        {t.send}
      </Button>
    </form>
  )
}

function digitsOf(text: string): string {
  return text.replaceAll(/[\s-]/g, '')
}
