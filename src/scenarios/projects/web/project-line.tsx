import { Icon } from '#platform/web/parts/icon.tsx'
import { ProgressBar } from '#platform/web/parts/progress-bar.tsx'
import { LineTitle } from '#platform/web/vocabulary/line.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { ProjectRow } from '../contract/views.ts'
import { LampCounts } from './lamp-counts.tsx'
import { kindWords, projectStateWords, tellParty } from './names.ts'
import css from './projects-page.module.css'

const words = {
  progress: ['进度', 'Progress'],
  due: [(date: string) => `${date} 完成`, (date: string) => `due ${date}`],
  nodes: [
    (done: number, all: number) => `${done}/${all} 个节点完成`,
    (done: number, all: number) => `${done} of ${all} nodes`,
  ],
  confidential: ['限知悉范围', 'Confidential'],
} as const

/** A project as one line: what, whose, lamps, progress. */
export function ProjectLine({ project }: { readonly project: ProjectRow }) {
  const t = useWords(words)
  const state = useWords(projectStateWords)[project.state]
  const kinds: Readonly<Record<string, string>> = useWords(kindWords)
  const dates = useDates()
  return (
    <div className={css.line}>
      <LineTitle
        to={`/projects/${project.project}`}
        title={project.title}
        note={
          <>
            {project.confidential && <Icon name="lock" size={14} />}
            {dotted(
              project.confidential && t.confidential,
              kinds[project.kind] ?? project.kind,
              tellParty(project.lead),
            )}
          </>
        }
      />
      <span className={css.lamps}>{project.state === 'draft' ? state : <LampCounts lamps={project.lamps} />}</span>
      <span className={css.standing}>
        <ProgressBar value={Math.round(project.progress * 100)} label={`${t.progress} ${project.title}`} />
        <span className={css.note}>
          {dotted(t.nodes(project.done, project.nodes), t.due(dates.day(project.deadline)))}
        </span>
      </span>
    </div>
  )
}
