import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import css from './rung.module.css'

const words = {
  level: [(level: number) => `${'零一二三四五六七八九'[level] ?? level}级督办`, (level: number) => `Level ${level}`],
  inTime: ['时限内', 'In time'],
} as const

type RungProps = {
  readonly level: number
  /** Said in its place where the ladder is over. */
  readonly ended?: string | undefined
}

/** The rung of the ladder that an obligation has reached: a shape and a word beside the colour. */
export function Rung({ level, ended }: RungProps) {
  const t = useWords(words)
  if (ended || level === 0) return <span className={`${css.rung} ${css.calm}`}>{ended || t.inTime}</span>
  return (
    <span className={css.rung}>
      <Icon name="late" size={14} />
      {t.level(level)}
    </span>
  )
}
