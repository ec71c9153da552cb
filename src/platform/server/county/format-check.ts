import { z } from 'zod'
import { versionHead } from './format-parts.ts'

/** `plan-check.yaml`: the versions of the rule by which a plan is checked before its start. */
export const PlanCheckFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      ...versionHead(),
      onBlocking: z
        .enum(['refuse', 'confirm'])
        .optional()
        .describe(
          'Whether a finding that stands in the way refuses a start, as it does where nothing is said, or lets it pass once it is confirmed',
        ),
      thresholds: z.strictObject({
        nodeShare: z
          .number()
          .gt(0)
          .lte(1)
          .describe('The share of its owner’s working time that a node takes while it runs'),
        overloadAbove: z
          .number()
          .gt(0)
          .max(10)
          .describe('The load of a week from above which a person is overloaded; 1 is all of its working time'),
        coarseWorkingDays: z.number().int().positive().max(1000).describe('A leaf that takes longer is too coarse'),
      }),
    }),
  ),
})
