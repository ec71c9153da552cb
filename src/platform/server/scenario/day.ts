import type { DayLine } from '#platform/contract/day-contract.ts'
import type { Actor } from '#platform/kernel/actor.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A kind of obligation that a scenario opens: its name, and who deals with it. */
export type OwedKind = {
  readonly zh: string
  readonly en: string
  /** Permissions, one of which lets a post answer for its unit where nobody is named. */
  readonly answer: readonly string[]
  /** Permissions, one of which lets a post of the lead unit judge the answer; none where a rule does, or another unit. */
  readonly judge: readonly string[]
  /** Permissions, one of which shows a post what has climbed to its unit, beside those that judge. */
  readonly watch?: readonly string[]
}

/** Who reads, when, and how: one transaction under their eyes. */
export type Reader = {
  readonly actor: Actor
  readonly now: Date
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

/** A line that a scenario brings to the list of a day; its kind is named by `owed`. */
export type OwnDayLine = Omit<DayLine, 'kindName'>
