import { Icon, type IconName } from '#platform/web/parts/icon.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { CaseLine } from '#scenarios/matters/public.ts'
import css from './portal.module.css'

const words = {
  gathering: ['正在收集资料', 'Gathering data'],
  handling: ['办理中', 'Being handled'],
  granted: ['已办成', 'Granted'],
  rejected: ['未通过', 'Rejected'],
  withdrawn: ['已撤回', 'Withdrawn'],
  waits: ['等您补充', 'Waiting for you'],
  returned: ['款项被银行退回', 'Money given back by the bank'],
} as const

const icons: Readonly<Record<CaseLine['state'], IconName>> = {
  ...{ gathering: 'clock', handling: 'clock', granted: 'check', rejected: 'close', withdrawn: 'back' },
}

/** Where a case stands: a mark and a word, never colour alone. */
export function CaseState({ of }: { readonly of: Pick<CaseLine, 'state' | 'waitsForApplicant' | 'returned'> }) {
  const t = useWords(words)
  const look = of.returned ? 'returned' : of.waitsForApplicant ? 'waits' : of.state
  return (
    <span className={`${css.state} ${css[look === 'returned' ? 'waits' : look]}`}>
      <Icon name={of.waitsForApplicant ? 'late' : icons[of.state]} />
      {t[look]}
    </span>
  )
}
