import { useWords } from '#platform/web/words/words.ts'
import type { Tried } from '../contract/parts.ts'
import css from './rules.module.css'

const words = {
  cases: ['试算的件', 'Cases'],
  same: ['结果不变', 'Unchanged'],
  changed: ['结果改变', 'Changed'],
  lost: ['不再能判定', 'No longer decided'],
  unit: [(count: number) => `${count} 件`, (count: number) => `${count}`],
  none: [
    '还没有这条规则办结的件；可以用自备的案例试算。',
    'No case has been decided by this rule yet; cases of your own can be tried.',
  ],
  before: ['现行', 'Now'],
  after: ['修订后', 'Proposed'],
  example: [(key: string) => `第 ${key} 件`, (key: string) => `Case ${key}`],
  refused: [(code: string) => `无法判定（${code}）`, (code: string) => `Cannot be decided (${code})`],
} as const

type Said = Tried['examples'][number]['before']

/** What a new version would have changed. */
export function TrialResult({ tried }: { readonly tried: Tried }) {
  const t = useWords(words)
  if (tried.cases === 0) return <p className={css.note}>{t.none}</p>
  return (
    <div className={css.parts}>
      <div className={css.figures}>
        {(['cases', 'same', 'changed', 'lost'] as const).map((name) => (
          <div key={name} className={css.figure}>
            <span className={css.note}>{t[name]}</span>
            <strong>{t.unit(tried[name])}</strong>
          </div>
        ))}
      </div>
      <div className={css.sides}>
        <Counts title={t.before} counts={tried.before} />
        <Counts title={t.after} counts={tried.after} />
      </div>
      <ul className={css.list}>
        {tried.examples.map(({ key, before, after }) => (
          <li key={key} className={css.item}>
            <strong>{t.example(key)}</strong>
            <div className={css.sides}>
              <Side title={t.before} said={before} />
              <Side title={t.after} said={after} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Counts({ title, counts }: { readonly title: string; readonly counts: Tried['before'] }) {
  const t = useWords(words)
  return (
    <div>
      <strong>{title}</strong>
      <ul className={css.list}>
        {counts.slice(0, 12).map(({ result, cases }) => (
          <li key={JSON.stringify(result)}>
            {textOf(result)}　{t.unit(cases)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Side({ title, said }: { readonly title: string; readonly said: Said }) {
  const t = useWords(words)
  return (
    <div>
      <span className={css.note}>{title}</span>
      <div>{said.refused === null ? textOf(said.result) : t.refused(said.refused)}</div>
      <p className={css.plain}>{said.plain.join('\n')}</p>
    </div>
  )
}

function textOf(result: unknown): string {
  if (typeof result !== 'object' || result === null) return result === null ? '—' : String(result)
  return Object.entries(result)
    .map(([name, value]) => `${name} ${textOf(value)}`)
    .join('，')
}
