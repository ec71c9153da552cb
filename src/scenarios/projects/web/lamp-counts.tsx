import { Lamp, lampColours } from '#platform/web/vocabulary/lamp.tsx'
import type { Lamp as Colour } from '../contract/views.ts'
import css from './lamp-counts.module.css'

/** How many nodes bear which lamp, most urgent first; lamps that nobody bears are left out. */
export function LampCounts({
  lamps,
  worded = false,
}: {
  readonly lamps: Record<Colour, number>
  readonly worded?: boolean
}) {
  return (
    <ul className={css.counts}>
      {lampColours
        .filter((colour) => lamps[colour] > 0)
        .map((colour) => (
          <li key={colour}>
            <Lamp colour={colour} count={lamps[colour]} bare={!worded} />
          </li>
        ))}
    </ul>
  )
}
