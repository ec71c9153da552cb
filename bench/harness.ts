/** A benchmark: `bench/<name>.bench.ts` exports it as `bench`. */
export type Bench = {
  readonly name: string
  run(meter: Meter): Promise<void>
}

/** Units tell which way is better: less time and space, more per second; a count says nothing of the kind. */
export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'per_s' | 'count'

/** What is measured, under a name that ends in its unit (`p95_ms`, `entries_per_s`). */
export type Measurement = {
  readonly metric: string
  readonly unit: Unit
  readonly runs: number
  /** One run; gives its figure. */
  ours(): Promise<number>
  readonly peer?: Peer
}

/** What we compare with, run by run in the same place. One that is not installed says so instead of a figure. */
export type Peer = { readonly name: string } & ({ measure(): Promise<number> } | { readonly notRun: string })

/** Prints figures, a line of JSON each. */
export type Meter = {
  /** Measures by repetition, interleaved with the peer, and prints the medians. */
  measure(measurement: Measurement): Promise<void>
  /** Prints a figure that something else measured. */
  report(figure: Figure): void
  /** Says what is going on, beside the figures. */
  say(line: string): void
}

export type Figure = {
  readonly metric: string
  readonly value: number
  readonly unit: Unit
  readonly runs: number
  readonly peer?: { readonly name: string; readonly value: number } | { readonly name: string; readonly notRun: string }
}

/** The meter that a benchmark of this name prints through. */
export function meterFor(bench: string, print: (line: string) => void = console.log): Meter {
  const report = (figure: Figure) => print(JSON.stringify(lineFor(bench, figure)))
  return {
    report,
    say: (line) => process.stderr.write(`${bench}: ${line}\n`),
    async measure({ metric, unit, runs, ours, peer }) {
      const measurePeer = peer && 'measure' in peer ? peer.measure : undefined
      const samples = await interleave(runs, ours, measurePeer)
      const value = median(samples.ours)
      if (!peer) report({ metric, value, unit, runs })
      else if ('notRun' in peer) report({ metric, value, unit, runs, peer })
      else report({ metric, value, unit, runs, peer: { name: peer.name, value: median(samples.peer) } })
    },
  }
}

/** How many times better we are than the peer: above 1 is better, whatever the unit. */
export function ratioOf(unit: Unit, ours: number, theirs: number): number {
  return unit === 'per_s' ? ours / theirs : theirs / ours
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new Error('no values, no median')
  return (low + high) / 2
}

/** Alternates who goes first, so that a busy moment of the machine hurts both. */
async function interleave(runs: number, ours: () => Promise<number>, peer: (() => Promise<number>) | undefined) {
  const samples: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  for (let run = 0; run < runs; run++) {
    if (run % 2 === 1 && peer) samples.peer.push(await peer())
    samples.ours.push(await ours())
    if (run % 2 === 0 && peer) samples.peer.push(await peer())
  }
  return samples
}

function lineFor(bench: string, { metric, value, unit, runs, peer }: Figure): Record<string, unknown> {
  const line = { bench, metric, value: unit === 'count' ? value : rounded(value), unit, runs }
  if (!peer) return line
  if ('notRun' in peer)
    return { ...line, peer: peer.name, peer_value: null, ratio: null, note: `not run: ${peer.notRun}` }
  const ratio = Number(ratioOf(unit, value, peer.value).toFixed(3))
  return { ...line, peer: peer.name, peer_value: rounded(peer.value), ratio }
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
