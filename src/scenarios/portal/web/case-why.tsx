import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useEither, useLanguage, useWords } from '#platform/web/words/words.ts'
import { type Answer, type CaseView, type Told, toldOf } from '#scenarios/matters/public.ts'
import own from './case.module.css'
import css from './portal.module.css'

const words = {
  why: ['为什么这样定', 'Why it was decided so'],
  wanted: [(wanted: string) => `条件 ${wanted}`, (wanted: string) => `condition ${wanted}`],
  from: [(source: string) => `${source}的数据`, (source: string) => `data of ${source}`],
  rule: [
    (rule: string, version: string) => `规则“${rule}”，第 ${version} 版`,
    (rule: string, version: string) => `Rule ${rule}, version ${version}`,
  ],
  exact: ['看规则原文和算式', 'The rule as it is written'],
  remedy: ['如果不服', 'If you disagree'],
  form: ['您填的', 'What you filled in'],
  story: ['经过', 'What happened'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  nothing: ['没有', 'none'],
} as const

/** Why, on which rule and facts; what if I disagree; what I said; what happened. */
export function CaseWhy({ view }: { readonly view: CaseView }) {
  const either = useEither()
  const t = useWords(words)
  return (
    <>
      <Grounds view={view} />
      <section className={css.panel}>
        <h2 className={css.heading}>{t.remedy}</h2>
        <p>{either(view.remedy, view.remedyEnglish)}</p>
      </section>
      <Filled form={view.form} />
      <Story story={view.story} />
    </>
  )
}

function Grounds({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const { why } = view
  if (why === null) return null
  const exact = exactOf(why.grounds)
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{t.why}</h2>
      <p>{why.reason}</p>
      <dl className={own.asked}>
        {toldOf(view).map((told) => (
          <Question key={told.question} told={told} />
        ))}
      </dl>
      <p className={css.note}>{t.rule(isChinese ? why.ruleName : why.ruleEnglish, why.version)}</p>
      {exact.length > 0 && (
        <details className={css.dispute}>
          <summary>{t.exact}</summary>
          <ul className={own.exact}>
            {exact.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Question({ told: { question, answer, tested, notes } }: { readonly told: Told }) {
  const t = useWords(words)
  const say = useAnswer()
  return (
    <div>
      <dt className={css.note}>{question}</dt>
      <dd>
        <strong>{say(answer)}</strong>
        {tested.map(({ label, value, wanted, sources }) => (
          <span key={label} className={own.tested}>
            {label}：{say(value)}
            <span className={css.note}>{dotted(wanted && t.wanted(wanted), ...sources.map(t.from))}</span>
          </span>
        ))}
        {notes.map((note) => (
          <span key={note} className={css.note}>
            {note}
          </span>
        ))}
      </dd>
    </div>
  )
}

/** A value as a person says it. */
function useAnswer(): (answer: Answer) => string {
  const t = useWords(words)
  return (answer) => {
    if (answer === null || answer === '') return t.nothing
    if (typeof answer === 'boolean') return answer ? t.yes : t.no
    return typeof answer === 'number' ? answer.toLocaleString('zh-CN') : answer
  }
}

function Filled({ form }: Pick<CaseView, 'form'>) {
  const either = useEither()
  const t = useWords(words)
  if (form.length === 0) return null
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{t.form}</h2>
      <dl className={css.list}>
        {form.map(({ field, label, english, value, unit }) => (
          <div key={field} className={css.pair}>
            <dt>{either(label, english)}</dt>
            <dd>
              {typeof value === 'boolean' ? (value ? t.yes : t.no) : value} {unit}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Story({ story }: Pick<CaseView, 'story'>) {
  const either = useEither()
  const t = useWords(words)
  const dates = useDates()
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{t.story}</h2>
      <ol className={css.list}>
        {story.map(({ entry, at, words: told, english, by, byEnglish }) => (
          <li key={entry}>
            {either(told, english)}
            <span className={css.note}>{dotted(dates.moment(at), either(by, byEnglish))}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The sentences of the rule engine, expressions and all. */
function exactOf(grounds: unknown): readonly string[] {
  const { plain } = (grounds ?? {}) as { readonly plain?: unknown }
  return Array.isArray(plain) ? plain.filter((line): line is string => typeof line === 'string') : []
}
