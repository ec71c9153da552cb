import { Icon, type IconName } from '#platform/web/parts/icon.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '#scenarios/matters/public.ts'
import css from './portal.module.css'

const words = {
  progress: ['办到哪了', 'Where it stands'],
  materials: ['资料', 'Data and papers'],
  outcomes: ['结果', 'Results'],
  waiting: ['等前一步', 'waits for the step before'],
  open: ['正在办', 'being handled'],
  correcting: ['等您补充', 'waits for you'],
  done: [(day: string) => `${day} 办完`, (day: string) => `done on ${day}`],
  refused: ['没有通过', 'refused'],
  dropped: ['不用办了', 'not needed any more'],
  wanted: ['正在取', 'being asked for'],
  brought: [(owner: string) => `${owner}的数据`, (owner: string) => `data of ${owner}`],
  absent: [(owner: string) => `${owner}查无记录`, (owner: string) => `no record at ${owner}`],
  supplied: ['您提供的', 'provided by you'],
  ordered: ['正在办', 'on its way'],
  given: ['已给您', 'given'],
  paid: [(yuan: number) => `${yuan} 元已划转`, (yuan: number) => `${yuan} yuan paid`],
  failed: ['没有办成，正在重办', 'failed; being done again'],
} as const

type Step = CaseView['steps'][number]
const marks: Readonly<Record<Step['state'], IconName>> = {
  ...{ waiting: 'more', open: 'clock', correcting: 'late', done: 'check', refused: 'close', dropped: 'back' },
}

/** The steps with who has them and how long, what data brought, what came of it. */
export function CaseProgress({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  return (
    <>
      {view.steps.length > 0 && (
        <section className={css.panel}>
          <h2 className={css.heading}>{t.progress}</h2>
          <ol className={css.steps}>
            {view.steps.map((step) => (
              <StepLine key={step.step} step={step} />
            ))}
          </ol>
        </section>
      )}
      <Materials materials={view.materials} />
      <Outcomes outcomes={view.outcomes} />
    </>
  )
}

function StepLine({ step }: { readonly step: Step }) {
  const t = useWords(words)
  const dates = useDates()
  const told = step.state === 'done' && step.doneAt ? t.done(dates.date(step.doneAt)) : t[step.state as 'open']
  return (
    <li className={css.step}>
      <Icon name={marks[step.state]} size={24} />
      <div>
        <p>
          <strong>{step.name}</strong>
        </p>
        <p className={css.note}>
          {step.unit.name}，{told}
        </p>
        {step.left && <Clock left={step.left} />}
      </div>
    </li>
  )
}

function Materials({ materials }: { readonly materials: CaseView['materials'] }) {
  const t = useWords(words)
  if (materials.length === 0) return null
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{t.materials}</h2>
      <ul className={css.list}>
        {materials.map(({ material, name, state, byData, trouble }) => (
          <li key={material}>
            {name}
            <span className={css.note}>
              {state === 'brought' || state === 'absent' ? t[state](byData?.owner ?? '') : t[state]}
              {trouble && `：${trouble}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Outcomes({ outcomes }: { readonly outcomes: CaseView['outcomes'] }) {
  const t = useWords(words)
  if (outcomes.length === 0) return null
  const told = { ordered: t.ordered, done: t.given, failed: t.failed }
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{t.outcomes}</h2>
      <ul className={css.list}>
        {outcomes.map(({ outcome, name, amountYuan, state, reference }) => (
          <li key={outcome}>
            {name}
            <span className={css.note}>
              {state === 'done' && amountYuan !== null ? t.paid(amountYuan) : told[state]}
              {reference && `，${reference}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
