/** Where the time comes from. Domain rules take a `Date`; only the edges hold a clock. */
export type Clock = {
  /** The present instant. */
  now(): Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }
