import { Link } from '@tanstack/react-router'
import type { UnitStanding } from '../../contract/cockpit.ts'
import css from './cockpit.module.css'
import { LampBar } from './lamp-bar.tsx'

type TilesProps = { readonly title: string; readonly units: readonly UnitStanding[]; readonly four?: boolean }

/** Units side by side: each its name, its red nodes and its open nodes by lamp, all bars on one scale. */
export function Tiles({ title, units, four = false }: TilesProps) {
  const most = Math.max(1, ...units.map(openOf))
  return (
    <section className={css.panel}>
      <h2>{title}</h2>
      <ul className={`${css.tiles} ${four ? css.four : ''}`}>
        {units.map((unit) => (
          <li key={unit.organisation}>
            <Link to={`/units/${unit.organisation}` as string} className={css.tile} title={unit.organisationName}>
              <span className={css.tileName}>{shortened(unit.organisationName)}</span>
              <b className={unit.lamps.red > 0 ? css.tileRed : css.muted}>{unit.lamps.red}</b>
              <LampBar lamps={unit.lamps} of={most} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The bureaus with the most open nodes, those with red ones first. */
export function busiest(units: readonly UnitStanding[], limit: number): UnitStanding[] {
  return units
    .filter(({ group }) => group === 'bureau')
    .sort((a, b) => b.lamps.red - a.lamps.red || openOf(b) - openOf(a))
    .slice(0, limit)
}

function openOf({ lamps }: UnitStanding): number {
  return lamps.white + lamps.blue + lamps.green + lamps.yellow + lamps.red
}

/** The county's own name goes without saying. */
function shortened(name: string): string {
  return name.length > 3 ? name.replace(/^县/, '').replace(/（.*）$/, '') : name
}
