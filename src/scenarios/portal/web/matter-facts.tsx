import type { ReactNode } from 'react'
import { useEither, useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import css from './portal.module.css'

const words = {
  data: ['这些不用您交，由数据带来', 'Brought by data, nothing for you to hand in'],
  bring: ['需要您提供', 'You bring'],
  nothing: ['不用带任何材料', 'Nothing'],
  optional: ['（有就提供）', ' (if there is one)'],
  ask: ['会问您', 'You will be asked'],
  conditions: ['条件', 'Conditions'],
  steps: ['谁来办', 'Who handles it'],
  stepDays: [(days: number) => `${days} 个工作日`, (days: number) => `${days} working days`],
  time: ['时限', 'Time'],
  promised: [
    (promised: number, legal: number) => `承诺 ${promised} 个工作日，法定 ${legal} 个工作日`,
    (promised: number, legal: number) => `promised ${promised} working days, legal limit ${legal}`,
  ],
  fee: ['收费', 'Fee'],
  free: ['不收费', 'Free'],
  yuan: [(yuan: number) => `${yuan} 元`, (yuan: number) => `${yuan} yuan`],
  trips: ['跑几趟', 'Trips'],
  noTrip: ['一次都不用跑', 'None'],
  someTrips: [(trips: number) => `${trips} 次`, (trips: number) => String(trips)],
  gives: ['办成后给您', 'What you get'],
  basis: ['法律依据', 'The law'],
  remedy: ['如果不服', 'If you disagree'],
  authority: ['负责单位', 'Who is answerable'],
} as const

/** All of a matter as whoever asks for it needs it: first what they must do, then time and money, then law. */
export function MatterFacts({ view }: { readonly view: MatterView }) {
  const t = useWords(words)
  const either = useEither()
  const byData = view.materials.flatMap(({ material, name, byData }) => (byData ? [{ material, name, byData }] : []))
  const byHand = view.materials.filter((material) => material.byData === null)
  const asked = Object.values(view.form.properties).map((property) => String(property.title))
  return (
    <div className={css.facts}>
      {byData.length > 0 && (
        <Fact term={t.data}>
          {byData.map(({ material, name, byData }) => (
            <li key={material}>
              {name}
              <span className={css.note}>{byData.owner}</span>
            </li>
          ))}
        </Fact>
      )}
      <Fact term={t.bring}>
        {byHand.length === 0 && <li>{t.nothing}</li>}
        {byHand.map(({ material, name, required }) => (
          <li key={material}>{required ? name : `${name}${t.optional}`}</li>
        ))}
      </Fact>
      {asked.length > 0 && <Fact term={t.ask}>{lines(asked)}</Fact>}
      {view.conditions.length > 0 && <Fact term={t.conditions}>{lines(view.conditions)}</Fact>}
      <Terms view={view} />
      <Fact term={t.steps}>
        {view.steps.map(({ step, name, unit, days }) => (
          <li key={step}>
            {name}
            <span className={css.note}>
              {unit.name}，{t.stepDays(days)}
            </span>
          </li>
        ))}
      </Fact>
      {view.outcomes.length > 0 && <Fact term={t.gives}>{lines(view.outcomes.map(({ name }) => name))}</Fact>}
      <Fact term={t.authority}>{lines([view.authority.name])}</Fact>
      <Fact term={t.basis}>{lines(view.basis.map(({ title, article }) => `${title}${article ?? ''}`))}</Fact>
      <Fact term={t.remedy}>{lines([either(view.remedy, view.remedyEnglish)])}</Fact>
    </div>
  )
}

function Terms({ view }: { readonly view: MatterView }) {
  const t = useWords(words)
  return (
    <>
      <Fact term={t.time}>{lines([t.promised(view.promisedDays, view.legalDays)])}</Fact>
      <Fact term={t.fee}>{lines([view.feeYuan === 0 ? t.free : t.yuan(view.feeYuan)])}</Fact>
      <Fact term={t.trips}>{lines([view.trips === 0 ? t.noTrip : t.someTrips(view.trips)])}</Fact>
    </>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <section className={css.fact}>
      <h2 className={css.term}>{term}</h2>
      <ul className={css.list}>{children}</ul>
    </section>
  )
}

function lines(texts: readonly string[]): ReactNode {
  return texts.map((text) => <li key={text}>{text}</li>)
}
