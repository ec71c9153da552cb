import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answered } from '#platform/web/parts/states.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { PlanCheck, PlanFinding } from '../../contract/check.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import css from './check.module.css'
import { Counts } from './check-summary.tsx'
import { Levelling } from './levelling.tsx'
import { SeverityMark, severityWords } from './severity.tsx'
import { WeekLoads } from './week-loads.tsx'

const words = {
  remedy: ['怎么改：', 'Remedy: '],
  node: ['看节点', 'See the node'],
  rule: [
    (id: string, version: string) => `按县里的检查规则 ${id} 第 ${version} 版`,
    (id: string, version: string) => `By the county’s rule ${id}, version ${version}`,
  ],
  more: ['问题太多，只列出前 500 条', 'Only the first 500 are listed'],
} as const

const most = 500

/** Everything that is to be said of a plan, the gravest first; the load of its people; how it could be levelled. */
export function PlanCheckView({ project }: { readonly project: ProjectDetail }) {
  const query = useQuery(api.check.queryOptions({ input: { project: project.project }, staleTime: 60_000 }))
  return <Answered query={query}>{(check) => <Checked check={check} project={project} />}</Answered>
}

function Checked({ check, project }: { readonly check: PlanCheck; readonly project: ProjectDetail }) {
  const t = useWords(words)
  const overloaded = check.loads.filter(({ weeks }) => weeks.some(({ load }) => load > check.overloadAbove))
  return (
    <div className={css.check}>
      <Counts counts={check.counts} />
      <ul className={css.findings}>
        {check.findings.map((finding, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same of one node
          <Finding key={place} finding={finding} />
        ))}
      </ul>
      {check.findings.length === most && <p className={css.muted}>{t.more}</p>}
      {overloaded.length > 0 && (
        <>
          <WeekLoads loads={overloaded} overloadAbove={check.overloadAbove} />
          <Levelling project={project} />
        </>
      )}
      <p className={css.muted}>{t.rule(check.rule.id, check.rule.version)}</p>
    </div>
  )
}

function Finding({ finding }: { readonly finding: PlanFinding }) {
  const t = useWords(words)
  const kinds = useWords(severityWords)
  const isChinese = useLanguage() === 'zh'
  const [node] = finding.nodes
  return (
    <li className={css.finding}>
      <span className={css[finding.severity]}>
        <SeverityMark severity={finding.severity} /> {kinds[finding.severity]}
      </span>
      <p>{isChinese ? finding.zh : finding.en}</p>
      <p className={css.muted}>
        {t.remedy}
        {isChinese ? finding.remedyZh : finding.remedyEn}
        {node && finding.nodes.length <= 2 && (
          <Link to="/nodes/$node" params={{ node }} className={css.node}>
            {t.node}
          </Link>
        )}
      </p>
    </li>
  )
}
