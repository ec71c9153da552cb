import { z } from 'zod'
import { Name, Segment, shaped, versionHead } from './format-parts.ts'

const Wording = z.strictObject({ zh: Name, en: Name })

const Rule = z.strictObject({
  ...versionHead('The day from which it holds; what happened before is judged by the version before'),
})

/** `plates.yaml`: the versions of the rule of monthly plates. */
export const PlatesFile = z.strictObject({
  rules: z.array(
    Rule.extend({
      closes: z
        .enum(['last-working-hour', 'month-end'])
        .describe('When a month is closed: at the end of work on its last working day, or at its last midnight'),
      thresholds: z.strictObject({
        tolerance: z
          .number()
          .min(0)
          .lt(1)
          .describe(
            'How far a unit may be below its planned curve at the close, as a share of its planned working time',
          ),
        openFaults: z
          .number()
          .int()
          .min(0)
          .max(100)
          .describe('Returned deliverables that may stand unmended at the close'),
      }),
      lead: z
        .enum(['always', 'joint-only'])
        .describe('Whether a lead unit without nodes of its own has a plate each month, or only its joint one'),
      wording: z.strictObject({ green: Wording, yellow: Wording, red: Wording }),
    }),
  ),
})

const FactKind = shaped(
  /^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/,
  '应为 plans.lamp-red 这样的事实名称',
  'expected a fact such as plans.lamp-red',
)

/** `points.yaml`: the versions of the rules by which facts of the record give or cost points. */
export const PointsFile = z.strictObject({
  rules: z.array(
    Rule.extend({
      effects: z
        .array(
          z.strictObject({
            id: Segment,
            facts: z.array(FactKind).min(1).describe('Kinds of facts that scenarios tell; see docs/engines/scoring.md'),
            to: z.enum(['person', 'unit']).describe('Whose account: the fact’s person or unit'),
            points: z
              .union([z.number().int().min(-1000).max(1000), z.literal('told')])
              .describe('Whole points, below 0 for a loss; `told` takes the figure that the fact itself carries'),
            every: z
              .strictObject({
                count: z.number().int().min(2).max(100).describe('How many facts together count once'),
                within: z.enum(['month', 'quarter', 'year']),
                per: z.enum(['matter', 'all']).describe('Counted within one matter, as a project, or over all of them'),
                repeats: z
                  .enum(['counted', 'ignored'])
                  .default('counted')
                  .describe('Whether a second fact about the same thing, as a node, within the period counts'),
              })
              .optional()
              .describe('Left out, each fact counts by itself'),
            wording: Wording,
          }),
        )
        .min(1),
    }),
  ),
})
