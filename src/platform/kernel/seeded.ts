/** Chance that can be had again: the same seed gives the same numbers. For invented data, never for secrets. */
export type Seeded = {
  /** From 0 up to 1. */
  next(): number
  /** From `low` up to `high`. */
  between(low: number, high: number): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** True in this share of all cases. */
  happens(share: number): boolean
  /** One of a list that is not empty. */
  pick<T>(from: readonly T[]): T
  /** The same things in another order. */
  shuffled<T>(items: readonly T[]): T[]
}

/** Numbers by mulberry32 from the FNV-1a digest of the seed. */
export function seeded(seed: string): Seeded {
  const next = stream(seed)
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    happens: (share) => next() < share,
    pick: (from) => {
      const index = Math.floor(next() * from.length)
      if (index >= from.length) throw new Error('nothing to pick from')
      return from[index] as (typeof from)[number]
    },
    shuffled: (items) => {
      const left = [...items]
      for (let last = left.length - 1; last > 0; last -= 1) {
        const other = whole(0, last)
        ;[left[last], left[other]] = [left[other] as (typeof left)[number], left[last] as (typeof left)[number]]
      }
      return left
    },
  }
}

function stream(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
