import { useSession } from '#platform/web/api/session.ts'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import { LampCounts } from '../lamp-counts.tsx'
import { kindWords, projectStateWords, tellParty } from '../names.ts'
import type { Drawn } from '../views/drawn.ts'
import css from './print.module.css'

const words = {
  file: ['项目计划档案', 'Project file'],
  kind: ['类别', 'Kind'],
  state: ['状态', 'State'],
  lead: ['牵头', 'Lead'],
  span: ['起止', 'From, to'],
  progress: ['进度', 'Progress'],
  nodes: ['工作节点', 'Work nodes'],
  count: [
    (done: number, all: number) => `${all} 个，完成 ${done} 个`,
    (done: number, all: number) => `${done} of ${all} done`,
  ],
  lamps: ['灯', 'Lamps'],
  critical: ['关键节点', 'Critical nodes'],
  criticalCount: [
    (count: number) => `${count} 个未完成，标“关键”`,
    (count: number) => `${count} open, marked “critical”`,
  ],
  confidential: ['限知悉范围', 'Confidential'],
  draw: ['编制', 'Drawn up'],
  check: ['审核', 'Checked'],
  approve: ['批准', 'Approved'],
  date: ['日期', 'Date'],
} as const

type PrintTitleProps = { readonly project: ProjectDetail; readonly drawn: Drawn; readonly by: string }

/** The head of the file: whose, what, and how it stands. */
export function PrintTitle({ project, drawn, by }: PrintTitleProps) {
  const t = useWords(words)
  const dates = useDates()
  const { jurisdictionName } = useSession()
  const kinds: Readonly<Record<string, string>> = useWords(kindWords)
  const states: Readonly<Record<string, string>> = useWords(projectStateWords)
  const critical = drawn.nodes.filter((node) => node.critical && node.state !== 'done').length
  const facts = [
    [t.lead, tellParty(project.lead)],
    [t.kind, kinds[project.kind] ?? project.kind],
    [t.span, `${dates.day(project.start)} → ${dates.day(project.deadline)}`],
    [t.state, states[project.state] ?? project.state],
    [t.nodes, t.count(project.done, project.nodes)],
    [t.progress, `${Math.round(project.progress * 100)}%`],
    [t.lamps, <LampCounts key="lamps" lamps={project.lamps} worded />],
    [t.critical, t.criticalCount(critical)],
  ] as const
  return (
    <header className={css.head}>
      <p className={css.whose}>
        {jurisdictionName} {t.file}
        {project.confidential && <strong className={css.confidential}>{t.confidential}</strong>}
      </p>
      <h2 className={css.title}>{project.title}</h2>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={css.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.by}>{by}</p>
    </header>
  )
}

/** Where those who answer for the plan sign. */
export function PrintSignatures() {
  const t = useWords(words)
  return (
    <footer className={css.signatures}>
      {[t.draw, t.check, t.approve].map((role) => (
        <p key={role} className={css.signature}>
          <span>{role}：</span>
          <span className={css.line} />
          <span>{t.date}：</span>
          <span className={css.line} />
        </p>
      ))}
    </footer>
  )
}
