import { Link } from '@tanstack/react-router'
import { useWords } from '#platform/web/words/words.ts'
import type { Cockpit, LateNode, TroubledProject, UnitStanding } from '../../contract/cockpit.ts'
import css from './cockpit.module.css'
import { cockpitWords } from './cockpit-words.ts'
import { LampBar } from './lamp-bar.tsx'
import { LampShape } from './lamp-shape.tsx'

/** The projects in trouble, the worst first, each with where its lateness began. */
export function Troubled({ projects }: Pick<Cockpit, 'projects'>) {
  const t = useWords(cockpitWords)
  return (
    <section className={css.panel}>
      <h2>{t.troubled}</h2>
      {projects.length === 0 && <p className={css.muted}>{t.noTrouble}</p>}
      <ol className={css.list}>
        {projects.map((project) => (
          <ProjectRow key={project.project} project={project} />
        ))}
      </ol>
    </section>
  )
}

function ProjectRow({ project }: { readonly project: TroubledProject }) {
  const { lamps, root } = project
  return (
    <li className={css.row}>
      <Link to={`/projects/${project.project}` as string} className={css.rowHead}>
        <RedCount count={lamps.red} />
        <span className={css.name}>{project.title}</span>
        <span className={css.muted}>{project.lead?.organisationName}</span>
      </Link>
      {root && <Root root={root} />}
    </li>
  )
}

function Root({ root }: { readonly root: NonNullable<TroubledProject['root']> }) {
  const t = useWords(cockpitWords)
  return (
    <Link to={`/nodes/${root.node}` as string} className={css.reason}>
      <span className={css.muted}>{t.root}</span> <span className={css.cause}>{root.title}</span>
      <span className={css.fact}>
        {root.unit.organisationName}，{useLateness(root)}
        {root.holds > 0 && `，${t.holds(root.holds)}`}
      </span>
    </Link>
  )
}

/** The units with the most red lamps, each with the node that is late the longest. */
export function WorstUnits({ units, late }: Pick<Cockpit, 'units' | 'late'>) {
  const t = useWords(cockpitWords)
  const worst = [...units]
    .filter(({ lamps }) => lamps.red > 0)
    .sort((a, b) => b.lamps.red - a.lamps.red || b.lamps.yellow - a.lamps.yellow)
    .slice(0, 8)
  return (
    <section className={css.panel}>
      <h2>{t.units}</h2>
      <ol className={css.list}>
        {worst.map((unit) => (
          <UnitRow
            key={unit.organisation}
            unit={unit}
            late={late.find((one) => one.unit.organisation === unit.organisation)}
          />
        ))}
      </ol>
    </section>
  )
}

function UnitRow({ unit, late }: { readonly unit: UnitStanding; readonly late: LateNode | undefined }) {
  return (
    <li className={css.row}>
      <Link to={`/units/${unit.organisation}` as string} className={css.rowHead}>
        <RedCount count={unit.lamps.red} />
        <span className={css.name}>{unit.organisationName}</span>
        <LampBar lamps={unit.lamps} />
      </Link>
      {late && <Longest late={late} />}
    </li>
  )
}

function Longest({ late }: { readonly late: LateNode }) {
  const t = useWords(cockpitWords)
  return (
    <Link to={`/nodes/${late.node}` as string} className={css.reason}>
      <span className={css.muted}>{t.longest}</span> <span className={css.cause}>{late.title}</span>
      <span className={css.fact}>{useLateness(late)}</span>
    </Link>
  )
}

function RedCount({ count }: { readonly count: number }) {
  const t = useWords(cockpitWords)
  return (
    <span className={css.count}>
      <LampShape colour="red" /> <b>{count}</b>
      <span className="visually-hidden">{t.redShort}</span>
    </span>
  )
}

function useLateness({ overdue, workingDays }: LateNode): string {
  const t = useWords(cockpitWords)
  if (!overdue) return t.rootBehind(workingDays)
  return workingDays === 0 ? t.today : t.rootOverdue(workingDays)
}
