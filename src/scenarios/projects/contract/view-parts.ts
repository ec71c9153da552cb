import { z } from 'zod'

/** The five lamps. */
export const Lamp = z.enum(['white', 'blue', 'green', 'yellow', 'red'])
export type Lamp = z.infer<typeof Lamp>

/** Where a node stands in its life. */
export const NodeState = z.enum(['planned', 'running', 'submitted', 'returned', 'done'])
export type NodeState = z.infer<typeof NodeState>

/** An instant as text. */
export const instant = z.string().describe('ISO 8601 with offset +08:00 or Z')

/** A responsible unit and, where named, its person. */
export const Party = z.object({
  organisation: z.string(),
  organisationName: z.string(),
  person: z.string().nullable(),
  personName: z.string().nullable(),
})
export type Party = z.infer<typeof Party>

/** What is left of a time limit, in working time. */
export const Remaining = z.object({
  dueAt: instant,
  /** Negative when late. Working minutes by the county's calendar. */
  workingMinutes: z.number().int(),
  /** Minutes of one working day, to tell days from. */
  minutesPerDay: z.number().int(),
  /** The share of the whole limit that is left, 0 to 1. */
  share: z.number(),
  late: z.boolean(),
  /** Years of the span whose holidays the State Council has not published; then the figure is by weekends only. */
  provisionalYears: z.array(z.number().int()),
})
export type Remaining = z.infer<typeof Remaining>
