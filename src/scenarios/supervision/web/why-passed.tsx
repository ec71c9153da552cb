import { Button } from '#platform/web/parts/button.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { ProofMark } from '#platform/web/proof/proof-mark.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail, Passing } from '../contract/views.ts'
import css from './duty.module.css'
import { useAct } from './use-act.ts'

const words = {
  rule: [
    (id: string, version: string) => `规则 ${id}，版本 ${version}（交办时的版本）`,
    (id: string, version: string) => `Rule ${id}, version ${version} (as it was opened under)`,
  ],
  holder: ['由谁督办', 'Who holds it'],
  coming: ['刚刚到时，即将写入存证记录。', 'Its time has just come; it is about to be recorded.'],
  appealed: [(answer: string) => `已申诉：${answer}`, (answer: string) => `Appealed: ${answer}`],
  waiting: ['等待两办答复', 'the offices are to decide'],
  appeal: ['有异议，提出申诉', 'I disagree: appeal'],
} as const

/** Why it climbed, passing by passing: rule, facts, record, and the appeal at the foot. */
export function WhyPassed({ duty }: { readonly duty: DutyDetail }) {
  const t = useWords(words)
  const { open } = useAct()
  return (
    <div className={css.passings}>
      {duty.passings.map((passing) => (
        <OnePassing key={`${passing.level} ${passing.at}`} passing={passing} />
      ))}
      {duty.may.includes('appeal') && <Button onClick={() => open('appeal')}>{t.appeal}</Button>}
    </div>
  )
}

function OnePassing({ passing }: { readonly passing: Passing }) {
  const t = useWords(words)
  const dates = useDates()
  const { rule, appeal } = passing
  return (
    <section className={css.passing}>
      <h3>{passing.name}</h3>
      <p>{passing.text}</p>
      <p className={css.note}>{dotted(t.rule(rule.id, rule.version), dates.moment(passing.at))}</p>
      <Facts rows={[[t.holder, passing.holder], ...passing.facts.map(({ name, value }) => [name, value] as const)]} />
      {passing.entry === null ? <p className={css.note}>{t.coming}</p> : <ProofMark entry={passing.entry} />}
      {appeal && <p>{t.appealed(appeal.answer ?? t.waiting)}</p>}
    </section>
  )
}
