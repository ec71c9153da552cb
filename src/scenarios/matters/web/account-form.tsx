import { paymentReturns } from '#platform/contract/payment-returns.ts'
import { AccountFields, useAccountDraft } from '#platform/web/form/account-fields.tsx'
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
} as const

type Props = { readonly view: CaseView; readonly of: string; readonly onDone: () => void }

/** The account to which money goes that the bank gave back. */
export function AccountForm({ view, of, onDone }: Props) {
  const t = useWords(words)
  const language = useLanguage()
  const given = view.outcomes.find(({ outcome }) => outcome === of)
  const { returned = null, account: before = '', accountType } = given ?? {}
  const draft = useAccountDraft(accountType ?? 'bank-account')
  const act = useAct(api.correctAccountFor.call, onDone)
  const send = () => {
    const account = draft.check()
    if (account !== undefined) act.mutate({ case: view.case, outcome: of, account })
  }
  return (
    <ActForm
      lead={t.lead(returned === null ? '' : paymentReturns[returned][language], before ?? '')}
      act={act}
      onSubmit={send}
    >
      <AccountFields draft={draft} />
    </ActForm>
  )
}
