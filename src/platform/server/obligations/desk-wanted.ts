import type { ObligationRow } from './obligation-row.ts'

/** Which obligations a desk wants; what is undefined does not narrow it. */
export type DeskWanted = {
  /** Units that owe; where `person` is given too, what names nobody in those units counts as well. */
  readonly debtors?: readonly string[] | undefined
  readonly person?: string | undefined
  /** Only what names nobody. */
  readonly unnamed?: true
  /** Who leads, and so takes most answers. */
  readonly leads?: readonly string[] | undefined
  readonly kinds?: readonly string[] | undefined
  /** Kinds that are not wanted. */
  readonly exceptKinds?: readonly string[] | undefined
  readonly ladder?: string | undefined
  readonly state?: 'open' | 'submitted' | undefined
  /** At least on this rung as last recorded. */
  readonly level?: number | undefined
  /** Below this rung. */
  readonly levelBelow?: number | undefined
  /** Due at this instant or later. */
  readonly dueFrom?: Date | undefined
  /** Due before this instant. */
  readonly dueBefore?: Date | undefined
  /** Late at this instant; what stands still was late when it stopped. */
  readonly lateAt?: Date | undefined
  readonly search?: string | undefined
  /** The page after this place, that of the last row of the page before. */
  readonly after?: DeskPlace | undefined
  readonly limit: number
}

/** A place in the order of urgency: by rung, highest first, then by deadline; clock and id tell apart what has both in common. */
export type DeskPlace = {
  readonly level: number
  readonly dueAt: Date
  /** The clock that it runs by; `standsStill` where it runs by none. */
  readonly clock: string
  readonly id: string
}

/** In the place of a clock, for what runs by none. */
export const standsStill = '00000000-0000-0000-0000-000000000000'

/** After every id. */
export const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Above this there is no rung. */
export const highestLevel = 9

/** Where an obligation stands in the order of urgency, as it travels in an address. */
export function tellDeskPlace(row: Pick<ObligationRow, 'level' | 'due_at' | 'clock_id' | 'id'>): string {
  return [row.level, row.due_at.getTime(), row.clock_id ?? standsStill, row.id].join('_')
}

/** The place that `tellDeskPlace` told. */
export function readDeskPlace(text: string): DeskPlace {
  const [level, dueAt, clock = standsStill, id = standsStill] = text.split('_')
  return { level: Number(level), dueAt: new Date(Number(dueAt)), clock, id }
}
