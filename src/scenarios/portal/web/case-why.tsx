import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '#scenarios/matters/public.ts'
import css from './portal.module.css'

const words = {
  why: ['为什么这样定', 'Why it was decided so'],
  rule: [
    (rule: string, version: string) => `规则“${rule}”，第 ${version} 版`,
    (rule: string, version: string) => `Rule ${rule}, version ${version}`,
  ],
  remedy: ['如果不服', 'If you disagree'],
  form: ['您填的', 'What you filled in'],
  story: ['经过', 'What happened'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
} as const

/** Why, on which rule and facts; what if I disagree; what I said; what happened. */
export function CaseWhy({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  const dates = useDates()
  const language = useLanguage()
  const plain = plainOf(view.why?.grounds)
  return (
    <>
      {view.why && (
        <section className={css.panel}>
          <h2 className={css.heading}>{t.why}</h2>
          <p>{view.why.reason}</p>
          <ul className={css.list}>
            {plain.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className={css.note}>
            {t.rule(language === 'zh' ? view.why.ruleName : view.why.ruleEnglish, view.why.version)}
          </p>
        </section>
      )}
      <section className={css.panel}>
        <h2 className={css.heading}>{t.remedy}</h2>
        <p>{view.remedy}</p>
      </section>
      {view.form.length > 0 && (
        <section className={css.panel}>
          <h2 className={css.heading}>{t.form}</h2>
          <dl className={css.list}>
            {view.form.map(({ field, label, value, unit }) => (
              <div key={field} className={css.pair}>
                <dt>{label}</dt>
                <dd>
                  {typeof value === 'boolean' ? (value ? t.yes : t.no) : value} {unit}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section className={css.panel}>
        <h2 className={css.heading}>{t.story}</h2>
        <ol className={css.list}>
          {view.story.map(({ entry, at, words: told }) => (
            <li key={entry}>
              {told}
              <span className={css.note}>{dates.moment(at)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function plainOf(grounds: unknown): readonly string[] {
  const { plain } = (grounds ?? {}) as { readonly plain?: unknown }
  return Array.isArray(plain) ? plain.filter((line): line is string => typeof line === 'string') : []
}
