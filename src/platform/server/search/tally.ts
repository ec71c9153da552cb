/** How well each thing answers so far, and the phrase of it that did, by the thing's number. */
export type Tally = { readonly score: Float64Array; readonly by: Int32Array }

/** A tally in which nothing answers. */
export function newTally(things: number): Tally {
  return { score: new Float64Array(things), by: new Int32Array(things) }
}

/** Notes that a thing answers at least so well. */
export function raise({ score, by }: Tally, thing: number, to: number, phrase: number): void {
  if (to <= (score[thing] ?? 0)) return
  score[thing] = to
  by[thing] = phrase
}

/** The best of several tallies, each at its weight, thing by thing. */
export function bestOf(things: number, tallies: readonly (readonly [weight: number, tally: Tally])[]): Tally {
  const best = newTally(things)
  for (const [weight, { score, by }] of tallies)
    for (let thing = 0; thing < things; thing += 1) raise(best, thing, (score[thing] ?? 0) * weight, by[thing] ?? 0)
  return best
}

/** The mean of tallies: what answers every part of a question stands before what answers one. */
export function meanOf(things: number, tallies: readonly Tally[]): Tally {
  const mean = newTally(things)
  for (let thing = 0; thing < things; thing += 1) {
    const sum = tallies.reduce((all, { score }) => all + (score[thing] ?? 0), 0)
    const [first] = [...tallies].sort((a, b) => (b.score[thing] ?? 0) - (a.score[thing] ?? 0))
    raise(mean, thing, sum / tallies.length, first?.by[thing] ?? 0)
  }
  return mean
}
