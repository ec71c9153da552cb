import { Link } from '@tanstack/react-router'
import { Icon, type IconName } from '#platform/web/parts/icon.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '#scenarios/matters/public.ts'
import own from './case.module.css'
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
  atOnce: ['规则当场作出决定，不用等人工。', 'The rule decided at once; nobody had to handle it.'],
  saw: ['看到的数据', 'What the data said'],
  looks: ['谁看了我的数据，数据有误怎么办', 'Who looked at my data, and what if it is wrong'],
  nothing: ['没有', 'none'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
} as const

type Step = CaseView['steps'][number]
const marks: Readonly<Record<Step['state'], IconName>> = {
  ...{ waiting: 'more', open: 'clock', correcting: 'late', done: 'check', refused: 'close', dropped: 'back' },
}

/** The steps with who has them and how long, and what data brought, to be checked by whom it tells of. */
export function CaseProgress({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  const isAtOnce = view.why !== null && view.steps.every(({ state }) => state === 'dropped')
  return (
    <>
      {view.steps.length > 0 && (
        <section className={css.panel}>
          <h2 className={css.heading}>{t.progress}</h2>
          {isAtOnce ? (
            <p>{t.atOnce}</p>
          ) : (
            <ol className={css.steps}>
              {view.steps.map((step) => (
                <StepLine key={step.step} step={step} />
              ))}
            </ol>
          )}
        </section>
      )}
      <Materials materials={view.materials} />
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
        {materials.map((material) => (
          <MaterialLine key={material.material} material={material} />
        ))}
      </ul>
      {materials.some(({ byData }) => byData) && (
        <Link to={'/portal/looks' as string} className={css.more}>
          {t.looks}
        </Link>
      )}
    </section>
  )
}

function MaterialLine({ material }: { readonly material: CaseView['materials'][number] }) {
  const t = useWords(words)
  const either = useEither()
  const { name, state, byData, asksConsent, records } = material
  const trouble = either(material.trouble, material.troubleEnglish)
  const told = state === 'brought' || state === 'absent' ? t[state](byData?.owner ?? '') : t[state]
  return (
    <li>
      {name}
      <span className={css.note}>{asksConsent ? trouble : `${told}${trouble ? `：${trouble}` : ''}`}</span>
      {records.length > 0 && (
        <details className={css.dispute}>
          <summary>{t.saw}</summary>
          {records.map((record, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records have no identity of their own
            <Record key={index} record={record} />
          ))}
        </details>
      )}
    </li>
  )
}

function Record({ record }: { readonly record: CaseView['materials'][number]['records'][number] }) {
  const either = useEither()
  const t = useWords(words)
  return (
    <dl className={own.record}>
      {record.map(({ field, label, english, value, unit }) => (
        <div key={field} className={css.pair}>
          <dt>{either(label, english)}</dt>
          <dd>
            {value === null ? t.nothing : typeof value === 'boolean' ? (value ? t.yes : t.no) : value}{' '}
            {value !== null && unit}
          </dd>
        </div>
      ))}
    </dl>
  )
}
