import type { EnterpriseView } from '#platform/contract/enterprise-contract.ts'
import type { MandateView } from '#platform/contract/mandate-contract.ts'
import { Choice } from '#platform/web/parts/choice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './portal.module.css'

const words = {
  whom: ['为谁办', 'For whom'],
  myself: ['本人', 'Myself'],
} as const

/** For whom a matter is asked: oneself where both are left out, somebody who has agreed, or an enterprise. */
export type Whom = { readonly resident?: string; readonly enterprise?: string }

type ForWhomProps = {
  /** Whether one may ask for oneself. */
  readonly isMine: boolean
  readonly mandates: readonly MandateView[]
  readonly enterprises: readonly EnterpriseView[]
  readonly chosen: Whom
  readonly onChoose: (whom: Whom) => void
}

/** For whom a matter is asked: oneself, an enterprise, or somebody who has agreed; nothing where there is no choice. */
export function ForWhom({ isMine, mandates, enterprises, chosen, onChoose }: ForWhomProps) {
  const t = useWords(words)
  const whoms = new Map<string, { readonly whom: Whom; readonly label: string }>()
  if (isMine) whoms.set('', { whom: {}, label: t.myself })
  for (const { enterprise, name } of enterprises) whoms.set(enterprise, { whom: { enterprise }, label: name })
  for (const { resident, residentName } of mandates) whoms.set(resident, { whom: { resident }, label: residentName })
  return (
    <div className={css.section}>
      <p className={css.heading} aria-hidden="true">
        {t.whom}
      </p>
      <Choice
        label={t.whom}
        value={chosen.resident ?? chosen.enterprise ?? ''}
        onChange={(value) => onChoose(whoms.get(value)?.whom ?? {})}
        options={[...whoms].map(([value, { label }]) => ({ value, label }))}
      />
    </div>
  )
}
