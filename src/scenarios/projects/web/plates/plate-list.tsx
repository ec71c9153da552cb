import { Link } from '@tanstack/react-router'
import { Plate } from '#platform/web/vocabulary/plate.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { PlateView } from '../../contract/plates.ts'
import css from './plates.module.css'

const words = {
  why: ['依据', 'Why'],
  whyOf: [
    (unit: string, month: string) => `${unit} ${month} 的牌：依据和异议`,
    (unit: string, month: string) => `Why ${unit} has its plate of ${month}`,
  ],
  open: ['异议办理中', 'Objection open'],
  upheld: ['异议成立', 'Objection upheld'],
  rejected: ['异议不成立', 'Objection rejected'],
} as const

type PlateListProps = {
  readonly plates: readonly PlateView[]
  /** Each with its project, where they are of many. */
  readonly withProject?: boolean
}

/** Plates by month, latest first, each with its grounds one click away. */
export function PlateList({ plates, withProject = false }: PlateListProps) {
  const months = [...new Set(plates.map(({ month }) => month))]
  return (
    <dl className={css.months}>
      {months.map((month) => (
        <div key={month} className={css.month}>
          <dt>{month}</dt>
          <dd>
            <ul className={withProject ? css.plates : `${css.plates} ${css.inRow}`}>
              {plates
                .filter((plate) => plate.month === month)
                .map((plate) => (
                  <PlateItem key={plate.plate} plate={plate} withProject={withProject} />
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function PlateItem({ plate, withProject }: { readonly plate: PlateView; readonly withProject: boolean }) {
  const t = useWords(words)
  return (
    <li className={css.plate}>
      <Plate colour={plate.colour} month={plate.month} unit={plate.unitName} plan={plate.projectTitle} />
      {withProject && (
        <Link to="/projects/$project" params={{ project: plate.project }} className={css.project}>
          {plate.projectTitle}
        </Link>
      )}
      {plate.appeal && <span className={css.note}>{t[plate.appeal]}</span>}
      <Link to="/plates/$plate" params={{ plate: plate.plate }} aria-label={t.whyOf(plate.unitName, plate.month)}>
        {t.why}
      </Link>
    </li>
  )
}
