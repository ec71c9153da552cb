import type { PointRule } from '#platform/server/county/index.ts'

/** A version of a rule of points, as far as the ledger reads it. */
export type Rule = Pick<PointRule, 'id' | 'version' | 'effectiveFrom' | 'effects'>

/** What one rule gives for one sort of fact. */
export type Effect = Rule['effects'][number]

/** How facts are counted that give points only together. */
export type Every = NonNullable<Effect['every']>
