import type { PlanLink } from './link.ts'

/**
 * A piece of work as the network sees it. All times are positions on one axis of whole units on which adding is `+`: working
 * milliseconds where a calendar stands behind it (`workAxis`), days in a textbook.
 */
export type Activity = {
  readonly id: string
  readonly duration: number
  /** Links to predecessors. One that names no activity of the network is passed over. */
  readonly links: readonly PlanLink[]
  /** Start no earlier than. */
  readonly startFrom?: number | undefined
  /** Finish no earlier than. */
  readonly finishFrom?: number | undefined
  /** Start no later than: bounds the latest dates only, so that what cannot be kept shows as negative slack. */
  readonly startBy?: number | undefined
  /** Finish no later than; bounds the latest dates only. */
  readonly finishBy?: number | undefined
  /** What has happened to it; nothing while it has not begun. */
  readonly actual?: Actual | undefined
}

/** A start that has happened, and the finish or what is left to do. */
export type Actual =
  | { readonly start: number; readonly finish: number }
  | { readonly start: number; readonly remaining: number }

/** Where the whole stands on the axis. */
export type Frame = {
  /** Nothing starts before it. */
  readonly start: number
  /** What is not finished cannot be before it; left out where nothing has happened yet. */
  readonly now?: number | undefined
  /** When the whole is to be finished; the earliest finish of the last activity where left out. */
  readonly end?: number | undefined
}

/** When an activity can and must be. */
export type Timing = {
  readonly earliestStart: number
  readonly earliestFinish: number
  readonly latestStart: number
  readonly latestFinish: number
  /** How much it may slip without moving the end; negative where the end or a bound is missed already. */
  readonly totalSlack: number
  /** How much it may slip without moving any other activity's earliest dates or the end. */
  readonly freeSlack: number
  /** Not finished, and without slack. */
  readonly critical: boolean
}
