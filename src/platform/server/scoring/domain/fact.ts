import type { Instant } from '#platform/kernel/working-time/index.ts'

/** Something in the record that a rule of points may count: a lamp, a plate, a task solved. */
export type ScoreFact = {
  /** As scenarios name them and rules of the county pack count them: `plans.lamp-red`. */
  readonly kind: string
  /** The entry of the record that tells it. */
  readonly entry: string
  /** Where one entry tells several facts of a kind, which of them; else 0. */
  readonly part: number
  readonly at: Instant
  readonly person: string | null
  readonly unit: string | null
  /** The matter that it belongs to, as a project. */
  readonly matter: string
  /** The thing that it is about, by its stream. */
  readonly thing: string
  /** The figure that the fact itself carries, for effects that take it as it is told. */
  readonly points?: number
  readonly readers: readonly string[] | null
}

/** An entry takes back what another one told, as an objection that was upheld. */
export type Reversal = { readonly voids: string; readonly entry: string; readonly at: Instant }

/** What an entry of the record means for points. */
export type Told = { readonly facts: readonly ScoreFact[]; readonly reversals: readonly Reversal[] }

/** One line of the ledger; never changed and never deleted. Points are whole, below 0 for a loss. */
export type Line = {
  readonly id: string
  readonly subjectKind: 'person' | 'unit'
  readonly subject: string
  /** The unit at the time, of a person too. */
  readonly unit: string | null
  readonly points: number
  readonly rule: string
  readonly ruleVersion: string
  readonly effect: string
  /** The entry that brought it. */
  readonly entry: string
  /** The entries that it stands on: it is reversed where one of them is taken back. */
  readonly grounds: readonly string[]
  readonly at: Instant
  /** The month that it counts for, `2026-11`; a reversal counts for the month of what it reverses. */
  readonly month: string
  readonly matter: string
  readonly thing: string
  /** Of facts that count together, their group; else empty. */
  readonly group: string
  readonly reverses: string | null
  readonly readers: readonly string[] | null
}

/** A fact that waits to be counted together with others, or has been. */
export type Counted = { readonly group: string; readonly fact: ScoreFact }
