import { Link } from '@tanstack/react-router'
import { useMay } from '#platform/web/api/session.ts'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { LookView } from '../contract/parts.ts'
import css from './data.module.css'
import { StateMark } from './marks.tsx'
import { reasonOf } from './names.ts'

const words = {
  machine: ['自动办理', 'No person'],
  fields: [(names: string) => `数据项：${names}`, (names: string) => `Fields: ${names}`],
  case: [
    (matter: string, one: string) => `事项 ${matter}，办件 ${one}`,
    (matter: string, one: string) => `Matter ${matter}, case ${one}`,
  ],
  basis: [(law: string) => `依据：${law}`, (law: string) => `Basis: ${law}`],
  consent: ['本人同意', 'With consent'],
  dispute: ['数据有误', 'Is it wrong?'],
  took: [(count: number) => `${count} 毫秒`, (count: number) => `${count} ms`],
} as const

/** Look-ups: who, when, for which case, which fields, on which ground, how it went. */
export function LookList({ looks }: { readonly looks: readonly LookView[] }) {
  return (
    <ul className={css.list}>
      {looks.map((look) => (
        <LookItem key={look.lookUp} look={look} />
      ))}
    </ul>
  )
}

function LookItem({ look }: { readonly look: LookView }) {
  const t = useWords(words)
  const dates = useDates()
  const mayDispute = useMay('data-hub.dispute')
  const language = useLanguage() === 'zh' ? 0 : 1
  const quick = look.milliseconds !== null && look.milliseconds < 60_000 ? t.took(look.milliseconds) : undefined
  return (
    <li className={css.item}>
      <div className={css.head}>
        <span className={css.strong}>{dotted(look.datasetName, look.organisation.name)}</span>
        <StateMark state={look.state} />
      </div>
      <span className={css.note}>
        {dotted(dates.moment(look.at), look.post ?? t.machine, quick, reasonOf(look.reason, language))}
      </span>
      <span className={css.note}>{t.fields(look.fields.map(({ name }) => name).join('、'))}</span>
      <span className={css.note}>
        {dotted(
          t.case(look.matter, look.case),
          look.basis ? t.basis(look.basis) : undefined,
          look.byConsent ? t.consent : undefined,
        )}
      </span>
      {mayDispute && (look.state === 'answered' || look.state === 'not-found') && (
        <Link to={'/data/disputes' as string} search={{ look: look.lookUp } as never}>
          {t.dispute}
        </Link>
      )}
    </li>
  )
}
