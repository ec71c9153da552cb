/** A version of a rule of points, as far as the ledger reads it; the county pack's documents are such. */
export type Rule = {
  readonly id: string
  readonly version: number
  /** The day from which it holds, YYYY-MM-DD. */
  readonly effectiveFrom: string
  readonly effects: readonly Effect[]
}

/** What one rule gives for one sort of fact. */
export type Effect = {
  readonly id: string
  readonly facts: readonly string[]
  readonly to: 'person' | 'unit'
  /** Whole points, or the figure that the fact carries. */
  readonly points: number | 'told'
  readonly every?: Every | undefined
}

/** How facts are counted that give points only together. */
export type Every = {
  readonly count: number
  readonly within: 'month' | 'quarter' | 'year'
  readonly per: 'matter' | 'all'
  readonly repeats: 'counted' | 'ignored'
}
