import { useState } from 'react'
import { paymentReturns } from '#platform/contract/payment-returns.ts'
import { TextField } from '#platform/web/parts/field.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import { ActForm, useAct } from './act-form.tsx'
import { api } from './api.ts'

const words = {
  lead: [
    (why: string, account: string) =>
      `银行退回：${why}（账号 ${account}）。核对本人和本人名下的银行卡后填写，原来的流水号先关闭，再按新账户划转。`,
    (why: string, account: string) =>
      `Given back: ${why} (account ${account}). Check who they are and their card; the old order is closed, then the new one sent.`,
  ],
  account: ['新的收款银行账号', 'The new account'],
  format: ['8 至 32 位数字', '8 to 32 digits'],
  again: ['再输一遍', 'Once more'],
  differs: ['两次输入的账号不一样', 'The two differ'],
} as const

type Props = { readonly view: CaseView; readonly of: string; readonly onDone: () => void }

/** The account to which money goes that the bank gave back. */
export function AccountForm({ view, of, onDone }: Props) {
  const t = useWords(words)
  const language = useLanguage()
  const [account, setAccount] = useState('')
  const [again, setAgain] = useState('')
  const act = useAct(api.correctAccountFor.call, onDone)
  const { returned = null, account: before = '' } = view.outcomes.find(({ outcome }) => outcome === of) ?? {}
  const [one, other] = [account, again].map((text) => text.replaceAll(/[\s-]/g, ''))
  const differs = again !== '' && one !== other
  const isWhole = /^\d{8,32}$/.test(one ?? '') && one === other
  return (
    <ActForm
      lead={t.lead(returned === null ? '' : paymentReturns[returned][language], before ?? '')}
      act={act}
      blocked={!isWhole}
      onSubmit={() => act.mutate({ case: view.case, outcome: of, account: one ?? '' })}
    >
      <TextField
        label={t.account}
        hint={t.format}
        inputMode="numeric"
        required
        value={account}
        maxLength={48}
        onChange={(event) => setAccount(event.target.value)}
      />
      <TextField
        label={t.again}
        inputMode="numeric"
        required
        value={again}
        error={differs ? t.differs : undefined}
        maxLength={48}
        onChange={(event) => setAgain(event.target.value)}
      />
    </ActForm>
  )
}
