import type { ReactNode } from 'react'
import { Facts } from '../parts/facts.tsx'
import { ProofMark } from '../proof/proof-mark.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import css from './why.module.css'

/** The grounds of a conclusion. */
export type Grounds = {
  readonly rule: {
    readonly id: string
    readonly version: string
    readonly effectiveFrom: string
    readonly text: string
  }
  readonly facts: readonly {
    readonly name: string
    readonly value: string
    readonly source: string
    readonly at: string | null
  }[]
  readonly entries: readonly { readonly entry: string; readonly kind: string; readonly at: string }[]
  readonly seenBy: readonly { readonly by: string; readonly at: string }[]
}

type WhyProps = {
  readonly grounds: Grounds
  /** The conclusion itself, as a lamp with its date. */
  readonly conclusion: ReactNode
  /** What the scenario adds between the facts and the record: upstream causes, what comes next. */
  readonly children?: ReactNode
  /** What to do for one who disagrees. */
  readonly appeal: ReactNode
}

const words = {
  rule: ['依据的规则', 'The rule'],
  version: [
    (id: string, version: string, from: string) => dotted(`规则 ${id}`, `版本 ${version}`, `${from} 起施行`),
    (id: string, version: string, from: string) => dotted(`Rule ${id}`, `version ${version}`, `in force from ${from}`),
  ],
  facts: ['用到的事实', 'The facts'],
  record: ['存证记录', 'The record'],
  seen: ['谁看过', 'Who looked'],
  nobody: ['此前没有人看过；您这次查看已经留痕。', 'Nobody before; your look is recorded now.'],
  disagree: ['有异议', 'If you disagree'],
} as const

/** 依据: conclusion, rule and version, facts with their source, the record with its proof, who looked, and how to disagree. */
export function Why({ grounds, conclusion, children, appeal }: WhyProps) {
  const t = useWords(words)
  const dates = useDates()
  const { rule } = grounds
  return (
    <div className={css.why}>
      {conclusion}
      <WhySection title={t.rule}>
        <p className={css.rule}>{rule.text}</p>
        <p className={css.source}>{t.version(rule.id, rule.version, dates.day(rule.effectiveFrom))}</p>
      </WhySection>
      <WhySection title={t.facts}>
        <FactList facts={grounds.facts} />
      </WhySection>
      {children}
      <WhySection title={t.record}>
        <Entries entries={grounds.entries} />
      </WhySection>
      <WhySection title={t.seen}>
        <SeenBy looks={grounds.seenBy} />
      </WhySection>
      <WhySection title={t.disagree}>{appeal}</WhySection>
    </div>
  )
}

/** A titled part of the grounds. */
export function WhySection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.section}>
      <h3 className={css.title}>{title}</h3>
      {children}
    </section>
  )
}

function FactList({ facts }: Pick<Grounds, 'facts'>) {
  const dates = useDates()
  return (
    <Facts
      rows={facts.map((fact) => [
        fact.name,
        <>
          {fact.value}
          <p className={css.source}>{dotted(fact.source, fact.at && dates.moment(fact.at))}</p>
        </>,
      ])}
    />
  )
}

function Entries({ entries }: Pick<Grounds, 'entries'>) {
  const dates = useDates()
  return (
    <ul className={css.entries}>
      {entries.map((entry) => (
        <li key={entry.entry}>
          <p>
            {entry.kind} <span className={css.source}>{dates.moment(entry.at)}</span>
          </p>
          <ProofMark entry={entry.entry} />
        </li>
      ))}
    </ul>
  )
}

function SeenBy({ looks }: { readonly looks: Grounds['seenBy'] }) {
  const t = useWords(words)
  const dates = useDates()
  if (looks.length === 0) return <p className={css.source}>{t.nobody}</p>
  return (
    <ul>
      {looks.map((look) => (
        <li key={look.by + look.at}>
          {look.by} <span className={css.source}>{dates.moment(look.at)}</span>
        </li>
      ))}
    </ul>
  )
}
