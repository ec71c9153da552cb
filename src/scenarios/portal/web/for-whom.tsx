import type { MandateView } from '#platform/contract/mandate-contract.ts'
import { Choice } from '#platform/web/parts/choice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './portal.module.css'

const words = {
  whom: ['替谁办', 'For whom'],
  myself: ['我自己', 'Myself'],
} as const

type ForWhomProps = {
  readonly mandates: readonly MandateView[]
  readonly chosen: string | undefined
  readonly onChoose: (resident: string | undefined) => void
}

/** For whom a matter is asked: oneself, or somebody who has agreed. */
export function ForWhom({ mandates, chosen, onChoose }: ForWhomProps) {
  const t = useWords(words)
  const people = new Map(mandates.map(({ resident, residentName }) => [resident, residentName]))
  return (
    <div className={css.section}>
      <p className={css.heading} aria-hidden="true">
        {t.whom}
      </p>
      <Choice
        label={t.whom}
        value={chosen ?? ''}
        onChange={(value) => onChoose(value === '' ? undefined : value)}
        options={[{ value: '', label: t.myself }, ...[...people].map(([value, label]) => ({ value, label }))]}
      />
    </div>
  )
}
