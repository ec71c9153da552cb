import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import { Evidence, type EvidenceItem } from './evidence.tsx'
import css from './trail.module.css'

/** One sentence of the story, with the entry of the record behind it. */
export type Step = {
  readonly entry: string
  readonly at: string
  /** Who, by post; empty where the clock did it. */
  readonly by: string
  readonly sentence: string
  readonly note: string
  readonly evidence: readonly EvidenceItem[]
}

const words = {
  clock: ['系统按时限自动记录', 'Recorded by the clock'],
  none: ['还没有记录。', 'Nothing yet.'],
} as const

/** 过程: the story in sentences, newest first. */
export function Trail({ steps }: { readonly steps: readonly Step[] }) {
  const t = useWords(words)
  const dates = useDates()
  if (steps.length === 0) return <p className={css.none}>{t.none}</p>
  return (
    <ol className={css.trail}>
      {steps.map((step) => (
        <li key={step.entry} className={css.step}>
          <p className={css.sentence}>{step.sentence}</p>
          {step.note && <p className={css.note}>{step.note}</p>}
          <Evidence items={step.evidence} />
          <p className={css.source}>
            <time dateTime={step.at}>{dotted(dates.moment(step.at), step.by || t.clock)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}
