import { type LampColour, lampColours, lampWords } from '#platform/web/vocabulary/lamp.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Lamps } from '../../contract/cockpit.ts'
import css from './cockpit.module.css'

/** Open nodes by lamp as one bar, red first; its words are read out. `of` makes bars comparable. */
export function LampBar({ lamps, of }: { readonly lamps: Lamps; readonly of?: number }) {
  const t = useWords(lampWords)
  const sum = lampColours.reduce((all, colour) => all + lamps[colour], 0)
  const whole = Math.max(of ?? sum, 1)
  const told = lampColours.filter((colour) => lamps[colour] > 0).map((colour) => `${t[colour]} ${lamps[colour]}`)
  return (
    <span className={css.bar} role="img" aria-label={told.join('，') || '0'}>
      {lampColours
        .filter((colour) => lamps[colour] > 0)
        .map((colour: LampColour) => (
          <span
            key={colour}
            className={css.part}
            data-lamp={colour}
            style={{ width: `${(lamps[colour] / whole) * 100}%` }}
          />
        ))}
    </span>
  )
}
