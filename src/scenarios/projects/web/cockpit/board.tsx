import { useWords } from '#platform/web/words/words.ts'
import type { Cockpit } from '../../contract/cockpit.ts'
import css from './cockpit.module.css'
import { cockpitWords } from './cockpit-words.ts'
import { Events } from './events.tsx'
import { Troubled, WorstUnits } from './exceptions.tsx'
import { HallContext } from './figure-link.tsx'
import { Glance } from './glance.tsx'
import { busiest, Tiles } from './tiles.tsx'
import { Trend } from './trend.tsx'

/** The whole cockpit: exceptions first, everything opens. On a wall it fits the screen; on a desk it is as long as it is. */
export function CockpitBoard({ cockpit, fit = false }: { readonly cockpit: Cockpit; readonly fit?: boolean }) {
  const t = useWords(cockpitWords)
  return (
    <HallContext value={cockpit.hall}>
      <div className={`${css.board} ${fit ? css.fit : ''}`}>
        <Glance cockpit={cockpit} />
        <div className={css.main}>
          <Troubled projects={cockpit.projects} />
          <WorstUnits units={cockpit.units} late={cockpit.late} />
          <Events events={cockpit.events} asOf={cockpit.asOf} />
        </div>
        <div className={css.foot}>
          <Tiles title={t.towns} units={cockpit.units.filter(({ group }) => group === 'town')} />
          <Tiles title={t.bureaus} units={busiest(cockpit.units, 16)} four />
          <Trend months={cockpit.months} />
        </div>
      </div>
    </HallContext>
  )
}
