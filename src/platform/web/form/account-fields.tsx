import { useState } from 'react'
import type { FieldType } from '#platform/kernel/forms/index.ts'
import { bankDigits, groupedByFour, isBankAccount, isBankCard } from '#platform/kernel/personal/index.ts'
import { TextField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'

const words = {
  account: ['新的收款银行账号', 'The new account'],
  again: ['再输一遍', 'Once more'],
  differs: ['两次输入的账号不一样', 'The two differ'],
  card: ['应为 16 至 19 位银行卡号，请核对每一位', 'No valid card number (16 to 19 digits); check each digit'],
  format: ['账号是 8 至 30 位数字', 'An account has 8 to 30 digits'],
} as const

/** An account that is typed twice, for nobody reads their own typing. */
export type AccountDraft = {
  readonly typed: readonly [account: string, again: string]
  readonly fault: 'card' | 'format' | 'differs' | undefined
  set(typed: readonly [string, string]): void
  /** The digits, or nothing where something is wrong: then the fault shows. */
  check(): string | undefined
}

/** Holds an account of a kind of the dictionary while it is typed; what is wrong shows once somebody has tried to go on. */
export function useAccountDraft(type: FieldType): AccountDraft {
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [hasTried, setTried] = useState(false)
  const found = faultOf(type, typed)
  return {
    ...{ typed, fault: hasTried ? found : undefined, set: setTyped },
    check: () => {
      setTried(true)
      return found === undefined ? bankDigits(typed[0]) : undefined
    },
  }
}

function faultOf(type: FieldType, [account, again]: AccountDraft['typed']): AccountDraft['fault'] {
  if (type === 'bank-card' && !isBankCard(account)) return 'card'
  if (!isBankAccount(account)) return 'format'
  return bankDigits(account) === bankDigits(again) ? undefined : 'differs'
}

/** The two lines; each stands in groups of four, as on the card, once it is left. */
export function AccountFields({ draft, hint }: { readonly draft: AccountDraft; readonly hint?: string }) {
  const t = useWords(words)
  const { typed, fault, set } = draft
  const [account, again] = typed
  const line = { inputMode: 'numeric', autoComplete: 'off', required: true, maxLength: 48 } as const
  return (
    <>
      <TextField
        {...line}
        label={t.account}
        hint={hint}
        value={account}
        error={fault === undefined || fault === 'differs' ? undefined : t[fault]}
        onChange={(event) => set([event.target.value, again])}
        onBlur={() => set([groupedByFour(account), again])}
      />
      <TextField
        {...line}
        label={t.again}
        value={again}
        error={fault === 'differs' ? t.differs : undefined}
        onChange={(event) => set([account, event.target.value])}
        onBlur={() => set([account, groupedByFour(again)])}
      />
    </>
  )
}
