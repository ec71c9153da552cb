import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import css from './cases.module.css'
import { stepWords } from './names.ts'
import { StateMark } from './state-mark.tsx'

const words = {
  asked: [(list: string) => `要求补正：${list}`, (list: string) => `Asked for: ${list}`],
  done: [(moment: string) => `${moment} 办完`, (moment: string) => `done ${moment}`],
} as const

/** The steps with their units, clocks and what they gave. */
export function CaseSteps({ steps }: { readonly steps: CaseView['steps'] }) {
  const t = useWords(words)
  const either = useEither()
  const dates = useDates()
  return (
    <ul className={css.rows}>
      {steps.map((step) => (
        <li key={step.step} className={css.row}>
          <span>
            {step.name}{' '}
            <span className={css.note}>
              {dotted(step.unit.name, step.doneAt ? t.done(dates.moment(step.doneAt)) : '')}
            </span>
          </span>
          <StateMark words={stepWords} state={step.state} />
          {step.left && (
            <span className={css.wide}>
              <Clock left={step.left} brief />
            </span>
          )}
          {step.state === 'correcting' && <span className={css.wide}>{t.asked(step.asked.join('；'))}</span>}
          {step.gave.length > 0 && (
            <span className={`${css.note} ${css.wide}`}>
              {step.gave
                .map(({ label, english, value }) => `${either(label, english)} ${String(value ?? '')}`)
                .join('；')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
