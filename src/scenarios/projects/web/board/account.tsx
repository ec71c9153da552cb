import { Link } from '@tanstack/react-router'
import { EmptyState } from '#platform/web/parts/states.tsx'
import { ProofMark } from '#platform/web/proof/proof-mark.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Account } from '../../contract/board.ts'
import type { PointAbout, PointLine } from '../../contract/plates.ts'
import css from './board.module.css'
import { Points } from './points.tsx'

const words = {
  won: ['成效', 'Achievements'],
  lost: ['不足', 'Shortcomings'],
  sum: ['合计', 'In all'],
  nothing: ['这段时间没有积分记录', 'No points in this period'],
  nothingHint: [
    '节点超前完成、月度发牌等会在这里记分，并注明来源。',
    'Lamps and plates that count appear here with their source.',
  ],
  reverses: ['冲正：异议成立', 'Reversal: objection upheld'],
  reversed: ['已冲正', 'Reversed'],
  rule: [
    (name: string, version: string) => `${name}第 ${version} 版`,
    (name: string, version: string) => `${name}, version ${version}`,
  ],
  counts: [(month: string) => `计入 ${month}`, (month: string) => `counts for ${month}`],
} as const

/** An account: its sums, and every line with its event. */
export function AccountView({ account }: { readonly account: Account }) {
  const t = useWords(words)
  const sums = [
    [t.won, account.won],
    [t.lost, account.lost],
    [t.sum, account.points],
  ] as const
  return (
    <div className={css.account}>
      <dl className={css.sums}>
        {sums.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Points value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {account.lines.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>
      ) : (
        <PointLines lines={account.lines} />
      )}
    </div>
  )
}

/** Lines of the ledger, each opening to its event and to its place in the record. */
export function PointLines({ lines }: { readonly lines: readonly PointLine[] }) {
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <li key={line.line} className={css.line}>
          <Points value={line.points} />
          <LineText line={line} />
        </li>
      ))}
    </ul>
  )
}

function LineText({ line }: { readonly line: PointLine }) {
  const t = useWords(words)
  const dates = useDates()
  const standing = line.reverses ? t.reverses : line.reversed ? t.reversed : ''
  return (
    <div className={css.what}>
      <p>
        {line.effect}
        {standing && <span className={css.standing}>{standing}</span>}
      </p>
      {[...line.together, line.about].map((about, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one node may have had both lamps
        <p key={index}>
          <About about={about} />
        </p>
      ))}
      <p className={css.note}>
        {dotted(dates.moment(line.at), t.counts(line.month), t.rule(line.rule, line.ruleVersion))}
      </p>
      <ProofMark entry={line.entry} />
    </div>
  )
}

function About({ about }: { readonly about: PointAbout }) {
  const title = dotted(about.title, about.projectTitle)
  if (about.kind === 'node')
    return (
      <Link to="/nodes/$node" params={{ node: about.id }}>
        {title}
      </Link>
    )
  if (about.kind === 'plate')
    return (
      <Link to="/plates/$plate" params={{ plate: about.id }}>
        {title}
      </Link>
    )
  if (about.kind === 'hard-case')
    return (
      <Link to="/hard-cases/$case" params={{ case: about.id }}>
        {title}
      </Link>
    )
  return title
}
