import { standsStill } from './desk-wanted.ts'
import type { ObligationRow } from './obligation-row.ts'

/** A place among what is held: by when the rung was reached, latest first; clock and id tell apart what has that in common. */
export type HeldPlace = { readonly levelAt: Date; readonly clock: string; readonly id: string }

/** Where an obligation stands among what is held, as it travels in an address. */
export function tellHeldPlace(row: Pick<ObligationRow, 'level_at' | 'changed_at' | 'clock_id' | 'id'>): string {
  return [(row.level_at ?? row.changed_at).getTime(), row.clock_id ?? standsStill, row.id].join('_')
}

/** The place that `tellHeldPlace` told. */
export function readHeldPlace(text: string): HeldPlace {
  const [levelAt, clock = standsStill, id = standsStill] = text.split('_')
  return { levelAt: new Date(Number(levelAt)), clock, id }
}
