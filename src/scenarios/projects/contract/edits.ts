import { z } from 'zod'
import { linkKinds } from '#platform/kernel/scheduling/link.ts'
import { Lamp, NodeState, Party } from './views.ts'

const Day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .describe('YYYY-MM-DD: starts with that day, is due at the end of its work; or an instant with offset')

/** What is written about a node, as a spreadsheet writes it. */
export const NodeText = z.object({
  title: z.string().trim().min(1).max(200),
  nature: z.string().trim().max(50),
  deliverable: z.string().trim().max(500),
  organisation: z.string().trim().min(1).max(100).describe('Name, short name or id of the unit'),
  person: z
    .string()
    .trim()
    .max(50)
    .describe('Name in that unit, with the login behind it for namesakes; empty for all'),
  plannedStart: Day,
  deadline: Day,
})
export type NodeText = z.infer<typeof NodeText>

const place = {
  parent: z.uuid().nullable(),
  before: z.uuid().nullable().default(null).describe('The brother that it comes before; null puts it last'),
}

/** One operation on a plan. A list of them is applied in its order, all or none. */
export const PlanEdit = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('add'),
    node: z.uuid().describe('Made by the caller'),
    ...place,
    fields: NodeText.extend({
      nature: NodeText.shape.nature.default(''),
      deliverable: NodeText.shape.deliverable.default(''),
      person: NodeText.shape.person.default(''),
    }),
  }),
  z.object({ op: z.literal('change'), node: z.uuid(), fields: NodeText.partial() }),
  z.object({ op: z.literal('move'), node: z.uuid(), ...place }),
  z.object({ op: z.literal('remove'), node: z.uuid() }).describe('With all below it'),
  z.object({
    op: z.literal('link'),
    node: z.uuid(),
    links: z
      .array(
        z.object({
          node: z.uuid(),
          kind: z.enum(linkKinds).default('FS'),
          lagMinutes: z.number().int().min(-1_000_000).max(1_000_000).default(0),
        }),
      )
      .max(500),
  }),
])
export type PlanEdit = z.infer<typeof PlanEdit>

/** What the operations were made on. */
export const EditInput = z.object({
  project: z.uuid(),
  version: z.number().int().min(1).describe('The version of the project that the operations were made on'),
  operations: z.array(PlanEdit).min(1).max(5000),
})
export type EditInput = z.infer<typeof EditInput>

/** A link that went because what it led to was removed. */
export const DroppedLink = z.object({ node: z.string(), predecessor: z.string(), kind: z.enum(linkKinds) })

/** What an edit of a draft answers. */
export const Edited = z.object({
  project: z.string(),
  version: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  droppedLinks: z.array(DroppedLink).describe('Links that went with their predecessors'),
  entry: z.string(),
})
export type Edited = z.infer<typeof Edited>

const fromTo = <Shape extends z.ZodType>(shape: Shape) => z.object({ from: shape, to: shape }).nullable()

/** What a change does to one node. */
export const NodeImpact = z.object({
  node: z.string(),
  code: z.string(),
  title: z.string(),
  titleBefore: z.string().nullable().describe('Null where it stays'),
  what: z.enum(['added', 'changed', 'removed']),
  state: NodeState,
  owner: fromTo(Party).describe('Null where it stays'),
  plannedStart: fromTo(z.string()),
  deadline: fromTo(z.string()),
  lamp: fromTo(Lamp).describe('From now on; lamps given stay in the record'),
})
export type NodeImpact = z.infer<typeof NodeImpact>

/** What operations would do, with nothing written. */
export const EditPreview = z.object({
  impact: z.array(NodeImpact),
  droppedLinks: z.array(DroppedLink),
  start: z.string().describe('Of the whole plan afterwards'),
  deadline: z.string(),
})
export type EditPreview = z.infer<typeof EditPreview>

/** A proposal to change a running plan. */
export const PlanChange = z.object({
  change: z.string(),
  state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  note: z.string(),
  baseline: z.number().int().nullable(),
  operations: z.number().int(),
  may: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
})
export type PlanChange = z.infer<typeof PlanChange>

/** A baseline in the list of them. */
export const Baseline = z.object({
  number: z.number().int(),
  at: z.string(),
  reason: z.string(),
  proposedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  entry: z.string().nullable(),
})
export type Baseline = z.infer<typeof Baseline>

/** A node as a baseline has it. */
export const BaselineNode = z.object({
  node: z.string(),
  code: z.string(),
  title: z.string(),
  depth: z.number().int(),
  leaf: z.boolean(),
  owner: Party,
  plannedStart: z.string(),
  deadline: z.string(),
  predecessors: z.array(z.string()),
})
export type BaselineNode = z.infer<typeof BaselineNode>
