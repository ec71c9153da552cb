import type { Instant } from '#platform/kernel/working-time/index.ts'

/** What the schedule says of a node. */
export type ChartTiming = {
  readonly forecastFinish: Instant | null
  readonly slackMinutes: number | null
  readonly critical: boolean
}

/** Where nothing is known. */
export const untimed: ChartTiming = { forecastFinish: null, slackMinutes: null, critical: false }
