import { z } from 'zod'
import { Lamp, NodeLink, NodeState, Party } from './views.ts'

const instant = z.string().describe('ISO 8601 with offset +08:00 or Z')

/** A node as the charts draw it. A branch sums up its leaves. */
export const ChartNode = z.object({
  node: z.string(),
  parent: z.string().nullable(),
  depth: z.number().int(),
  leaf: z.boolean(),
  code: z.string(),
  title: z.string(),
  owner: z.number().int().describe('Place in `owners`, from 0'),
  state: NodeState,
  lamp: Lamp,
  progress: z.number().int(),
  start: instant,
  deadline: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  baseline: z
    .object({ start: instant, deadline: instant })
    .nullable()
    .describe('The dates as first approved, where they are others now'),
  forecastFinish: instant.nullable().describe('When it will be done as things stand; null where it is done or unknown'),
  slackMinutes: z.number().int().nullable().describe('Working minutes that it may slip without moving the end'),
  critical: z.boolean(),
  links: z.array(NodeLink),
})
export type ChartNode = z.infer<typeof ChartNode>

/** A day that is not as its weekday says, or a weekend: for shading. */
export const ChartDay = z.object({
  date: z.string(),
  kind: z.enum(['weekend', 'holiday', 'makeup']),
  name: z.string().nullable(),
})
export type ChartDay = z.infer<typeof ChartDay>

/** A whole project for Gantt, tree, map, boards and calendar, in outline order. */
export const Chart = z.object({
  project: z.string(),
  title: z.string(),
  version: z.number().int().describe('Of its last entry: what an edit names as the plan that it was made on'),
  now: instant,
  minutesPerDay: z.number().int().describe('Working minutes of one day, to tell days from'),
  /** Units with their persons; nodes name them by their place, which keeps ten thousand nodes small. */
  owners: z.array(Party),
  nodes: z.array(ChartNode),
  days: z.array(ChartDay).describe('Days off and make-up days of the months from start to end'),
})
export type Chart = z.infer<typeof Chart>
