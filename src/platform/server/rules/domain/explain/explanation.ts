import type { Fact } from '../evaluate/facts.ts'
import type { Problem } from '../evaluate/run.ts'
import type { HitPolicy } from '../model/model.ts'
import type { Json } from '../types/json.ts'

/** Why a decision came out as it did: every decision on the way, in the order in which they were worked out. */
export type Explanation = {
  /** The sentences for the person concerned. */
  readonly plain: readonly string[]
  readonly steps: readonly Step[]
  /** The facts that were asked for, with where they come from. */
  readonly facts: readonly Fact[]
  readonly problems: readonly Problem[]
}

/** One decision. */
export type Step = {
  readonly decision: string
  readonly question?: string
  readonly result: Json
  /** The facts and the decisions that it stands on, by name. */
  readonly from: readonly string[]
  /** The expression, where the decision is no table. */
  readonly expression?: string
  readonly tables: readonly TableStep[]
}

/** One table: which rows held, and by which cells. */
export type TableStep = {
  /** The part of the decision in which the table stands. */
  readonly part?: string
  readonly hitPolicy: HitPolicy
  readonly inputs: readonly {
    readonly label: string
    readonly expression: string
    readonly value: Json
    readonly facts: readonly Fact[]
  }[]
  readonly rows: readonly RowStep[]
  /** No row held, and the default outputs stand. */
  readonly otherwise: boolean
  readonly result: Json
}

/** A row that held. Rows are counted from 1; `used` says whether the row made the value. */
export type RowStep = {
  readonly row: number
  readonly used: boolean
  readonly cells: readonly { readonly label: string; readonly test: string; readonly value: Json }[]
  readonly outputs: readonly { readonly name: string; readonly text: string }[]
  readonly annotations: readonly string[]
}
