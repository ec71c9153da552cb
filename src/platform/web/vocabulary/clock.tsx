import { Icon, type IconName } from '../parts/icon.tsx'
import { useDates } from '../words/dates.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { tellWorkingTime } from '../words/working-time.ts'
import css from './clock.module.css'

/** What is left of a time limit, in working time. */
export type TimeLeft = {
  readonly dueAt: string
  /** Negative when late. */
  readonly workingMinutes: number
  readonly minutesPerDay: number
  /** The share of the limit that is left, 0 to 1. */
  readonly share: number
  readonly late: boolean
  /** Years whose holidays are not published yet. */
  readonly provisionalYears: readonly number[]
}

type ClockProps = {
  readonly left: TimeLeft
  /** Why it stands still, if it does. */
  readonly paused?: string
  /** Also tells when it is due, and whether the figure is provisional. */
  readonly full?: boolean
  /** On one line, for tables: a provisional figure is told in days, its reason on hover. */
  readonly brief?: boolean
}

const words = {
  left: [(time: string) => `剩 ${time}`, (time: string) => `${time} left`],
  about: [(time: string) => `约剩 ${time}`, (time: string) => `about ${time} left`],
  late: [(time: string) => `逾期 ${time}`, (time: string) => `${time} late`],
  over: ['已到期', 'Time is up'],
  paused: [(why: string) => `已暂停：${why}`, (why: string) => `Paused: ${why}`],
  due: [(moment: string) => `截止 ${moment}`, (moment: string) => `Due ${moment}`],
  provisional: ['按周末推算，待国务院通知', 'By weekends only, until the State Council’s notice'],
  years: [(years: string) => `${years} 年放假安排未公布`, (years: string) => `Holidays of ${years} are not published`],
} as const

const turnsAt = 0.25
const looks = { late: 'late', soon: 'late', calm: 'clock', paused: 'pause' } as const satisfies Record<string, IconName>

/** 时限: what is left in working time, why it stands still, or how late it is. Turns when a quarter is left. */
export function Clock({ left, paused, full = false, brief = false }: ClockProps) {
  const t = useWords(words)
  const dates = useDates()
  const state = paused !== undefined ? 'paused' : left.late ? 'late' : left.share <= turnsAt ? 'soon' : 'calm'
  const isProvisional = left.provisionalYears.length > 0
  return (
    <span className={`${css.clock} ${css[state]} ${full ? css.full : ''}`}>
      <span className={css.time} title={t.due(dates.moment(left.dueAt))}>
        <Icon name={looks[state]} size={16} />
        <span title={brief && isProvisional ? t.provisional : undefined}>
          <TimeWords left={left} isRough={brief && isProvisional} />
        </span>
      </span>
      {paused !== undefined && <span className={css.note}>{t.paused(paused)}</span>}
      {full && <span className={css.note}>{t.due(dates.moment(left.dueAt))}</span>}
      {isProvisional && !brief && (
        <span className={css.note} title={t.years(left.provisionalYears.join('、'))}>
          {t.provisional}
        </span>
      )}
    </span>
  )
}

function TimeWords({ left, isRough }: { readonly left: TimeLeft; readonly isRough: boolean }) {
  const t = useWords(words)
  const language = useLanguage()
  const minutes = Math.abs(left.workingMinutes)
  const time = tellWorkingTime(minutes, left.minutesPerDay, language)
  if (left.late) return left.workingMinutes === 0 ? t.over : t.late(time)
  if (!isRough || minutes < left.minutesPerDay) return t.left(time)
  return t.about(tellWorkingTime(minutes - (minutes % left.minutesPerDay), left.minutesPerDay, language))
}
