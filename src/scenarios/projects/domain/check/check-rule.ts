/** The thresholds of the plan check, as the county's pack has them. */
export type CheckRule = {
  readonly id: string
  readonly version: string
  /** The share of a person's working time that a node takes while it runs, where nothing says otherwise: 0.25. */
  readonly nodeShare: number
  /** The load of a week, as a share of its working time, from above which a person is overloaded: 1. */
  readonly overloadAbove: number
  /** A leaf longer than this is too coarse. */
  readonly coarseWorkingDays: number
  /** What a start meets where a finding stands in its way: a refusal, or a question. */
  readonly onBlocking: 'refuse' | 'confirm'
}

/** What holds where a pack says nothing. */
export const usualCheckRule: CheckRule = {
  id: 'plan-check',
  version: '0',
  nodeShare: 0.25,
  overloadAbove: 1,
  coarseWorkingDays: 60,
  onBlocking: 'refuse',
}
