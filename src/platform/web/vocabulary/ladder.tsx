import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import css from './ladder.module.css'

/** One rung: who holds it, and when it was or will be reached. */
export type Rung = {
  readonly level: number
  readonly holder: string
  readonly at: string | null
  readonly reached: boolean
}

const words = {
  title: ['督办阶梯', 'Ladder'],
  level: [(level: number) => `${'零一二三四五六七八九'[level] ?? level}级`, (level: number) => `Level ${level}`],
  since: [(moment: string) => `${moment} 起`, (moment: string) => `since ${moment}`],
  next: [(moment: string) => `未办结则 ${moment} 升级`, (moment: string) => `climbs ${moment} unless done`],
  here: ['当前', 'here'],
} as const

/** 督办阶梯: the rungs, where it stands, since when, who holds it, what comes next and when. */
export function Ladder({ name, rungs }: { readonly name: string; readonly rungs: readonly Rung[] }) {
  const t = useWords(words)
  const reached = rungs.filter((rung) => rung.reached)
  const here = reached[reached.length - 1]
  const next = rungs.find((rung) => !rung.reached)
  return (
    <section className={css.ladder} aria-label={t.title}>
      <p className={css.name}>{name}</p>
      <ol>
        {rungs.map((rung) => (
          <RungRow key={rung.level} rung={rung} isHere={rung === here} isNext={rung === next} />
        ))}
      </ol>
    </section>
  )
}

type RungRowProps = { readonly rung: Rung; readonly isHere: boolean; readonly isNext: boolean }

function RungRow({ rung, isHere, isNext }: RungRowProps) {
  const t = useWords(words)
  const dates = useDates()
  const state = isHere ? css.here : rung.reached ? css.passed : css.ahead
  return (
    <li className={`${css.rung} ${state}`} aria-current={isHere ? 'step' : undefined}>
      <span className={css.mark} aria-hidden="true">
        {rung.level}
      </span>
      <span className={css.text}>
        <span className={css.holder}>
          {dotted(t.level(rung.level), rung.holder)}
          {isHere && <b className={css.tag}>{t.here}</b>}
        </span>
        {rung.at && (rung.reached || isNext) && (
          <span className={css.when}>
            {rung.reached ? t.since(dates.moment(rung.at)) : t.next(dates.moment(rung.at))}
          </span>
        )}
      </span>
    </li>
  )
}
