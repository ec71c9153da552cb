import { z } from 'zod'
import { Appeal } from './appeals.ts'
import { Lamp, Party } from './views.ts'

/** What the record says of a person or unit in a project, computed when it was closed. */
export const EvaluationFacts = z.object({
  nodes: z.number().int(),
  onTime: z.number().int().describe('Handed in by their deadline'),
  late: z.number().int(),
  returned: z.number().int().describe('Deliverables returned'),
  lamps: z.record(Lamp, z.number().int()).describe('Lamps given, each turn of a lamp once'),
})
export type EvaluationFacts = z.infer<typeof EvaluationFacts>

/** What a project brought a person or unit: it is reckoned when it is read, so that an objection upheld later counts. */
export const ProjectYield = z.object({
  won: z.number().int().describe('Points won by lines that stand'),
  lost: z.number().int().describe('Points lost, not positive'),
  points: z.number().int().describe('Both together'),
  plates: z
    .object({ green: z.number().int(), yellow: z.number().int(), red: z.number().int() })
    .nullable()
    .describe('Monthly plates given for the project; only units have them'),
})
export type ProjectYield = z.infer<typeof ProjectYield>

/** A person's or unit's evaluation at the end of a project. */
export const Evaluation = z.object({
  evaluation: z.string(),
  subject: z.enum(['person', 'organisation']),
  party: Party,
  facts: EvaluationFacts,
  brought: ProjectYield,
  words: z.string().describe('The lead’s own, may be empty'),
  mayAppeal: z.boolean(),
  mayAnswer: z.boolean().describe('Whether the present post owes the open objection to it an answer'),
  appeals: z.array(Appeal),
})
export type Evaluation = z.infer<typeof Evaluation>

/** Somebody who holds open nodes, for a hand-over. */
export const NodeHolder = z.object({
  unit: z.string().describe('The unit of the nodes: the one asked for, or a section of it'),
  unitName: z.string(),
  person: z.string(),
  personName: z.string(),
  nodes: z.number().int(),
  inPost: z.boolean().describe('Whether they still hold a post in the unit'),
})
export type NodeHolder = z.infer<typeof NodeHolder>
