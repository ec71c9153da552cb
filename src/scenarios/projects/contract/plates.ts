import { z } from 'zod'
import { Appeal } from './appeals.ts'

const instant = z.string().describe('ISO 8601 with offset +08:00 or Z')

/** The three plates. */
export const PlateColour = z.enum(['green', 'yellow', 'red'])

/** A plate as lists show it. */
export const PlateView = z.object({
  plate: z.string(),
  project: z.string(),
  projectTitle: z.string(),
  unit: z.string(),
  unitName: z.string(),
  month: z.string(),
  colour: PlateColour,
  /** Whether the unit leads the project. */
  isLead: z.boolean(),
  closedAt: instant,
  /** How the last objection to it stands. */
  appeal: z.enum(['open', 'upheld', 'rejected']).nullable(),
})
export type PlateView = z.infer<typeof PlateView>

/** What a point was won or lost with. */
export const PointAbout = z.object({
  kind: z.enum(['node', 'plate', 'hard-case', 'other']),
  id: z.string(),
  title: z.string(),
  project: z.string().nullable(),
  projectTitle: z.string(),
})
export type PointAbout = z.infer<typeof PointAbout>

/** A line of the ledger as screens show it. */
export const PointLine = z.object({
  line: z.string(),
  at: instant,
  month: z.string().describe('The month that it counts for'),
  points: z.number().int(),
  /** What it was given or taken for, in words of the county's rule. */
  effect: z.string(),
  rule: z.string(),
  ruleVersion: z.string(),
  /** True of a line that takes another one back. */
  reverses: z.boolean(),
  /** True of a line that was taken back. */
  reversed: z.boolean(),
  about: PointAbout,
  /** What else counted together with it, as the first of two lamps. */
  together: z.array(PointAbout),
  /** The entry of the record that brought it. */
  entry: z.string(),
})
export type PointLine = z.infer<typeof PointLine>

/** A plate with its grounds. */
export const PlateDetail = PlateView.extend({
  conclusion: z.string(),
  rule: z.object({ id: z.string(), version: z.string(), effectiveFrom: z.string(), text: z.string() }),
  facts: z.array(z.object({ name: z.string(), value: z.string(), source: z.string(), at: instant.nullable() })),
  nodes: z.array(z.object({ node: z.string(), title: z.string(), overdue: z.boolean(), fault: z.boolean() })),
  entries: z.array(z.object({ entry: z.string(), kind: z.string(), at: instant, position: z.string().nullable() })),
  seenBy: z.array(z.object({ by: z.string(), at: instant })),
  points: z.array(PointLine),
  appeals: z.array(Appeal),
  may: z.object({ appeal: z.boolean(), answerAppeal: z.boolean() }),
})
export type PlateDetail = z.infer<typeof PlateDetail>
