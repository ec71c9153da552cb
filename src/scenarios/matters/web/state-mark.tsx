import { useLanguage } from '#platform/web/words/words.ts'
import css from './cases.module.css'
import { wordOf } from './names.ts'

type StateMarkProps = {
  readonly words: Readonly<Record<string, readonly [string, string]>>
  readonly state: string
}

const looks: Readonly<Record<string, string | undefined>> = {
  ...{ granted: css.good, done: css.good, brought: css.good, absent: css.good, supplied: css.good },
  ...{ gathering: css.busy, handling: css.busy, open: css.busy, wanted: css.busy, ordered: css.busy },
  ...{ rejected: css.bad, refused: css.bad, correcting: css.bad, failed: css.bad, returned: css.bad },
}

/** A state as a word on its ground: the word says it, the colour only repeats it. */
export function StateMark({ words, state }: StateMarkProps) {
  const language = useLanguage()
  return <span className={[css.state, looks[state]].filter(Boolean).join(' ')}>{wordOf(words, state, language)}</span>
}
