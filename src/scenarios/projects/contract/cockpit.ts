import { z } from 'zod'

const Count = z.number().int()
const Lamps = z.object({ white: Count, blue: Count, green: Count, yellow: Count, red: Count })
export type Lamps = z.infer<typeof Lamps>
const Words = z.tuple([z.string(), z.string()]).describe('Chinese, English')
const Party = z.object({ organisation: z.string(), organisationName: z.string() })

/** Plates of one month. */
export const PlateCounts = z.object({ month: z.string(), green: Count, yellow: Count, red: Count })

export type PlateCounts = z.infer<typeof PlateCounts>

/** A late node as the wall names it. */
export const LateNode = z.object({
  node: z.string(),
  title: z.string(),
  unit: Party,
  deadline: z.string(),
  overdue: z.boolean().describe('False where it is behind its curve, its deadline still to come'),
  workingDays: Count.describe('Working days past the deadline, or left until it'),
})

export type LateNode = z.infer<typeof LateNode>

/** A project in trouble, with the node that its lateness began at. */
export const TroubledProject = z.object({
  project: z.string(),
  title: z.string(),
  kind: z.string(),
  lead: Party.nullable(),
  lamps: Lamps,
  done: Count,
  nodes: Count,
  root: LateNode.extend({ holds: Count.describe('Red nodes that it holds up, itself left out') }).nullable(),
})

export type TroubledProject = z.infer<typeof TroubledProject>

/** A unit with its open nodes by lamp. */
export const UnitStanding = Party.extend({
  group: z.enum(['town', 'bureau']),
  lamps: Lamps,
  done: Count,
  finished: Count.describe('Finished in the last three months'),
  onTime: Count.describe('Of those, on time'),
})

export type UnitStanding = z.infer<typeof UnitStanding>

/** One month of the trend. */
export const CockpitMonth = z.object({
  month: z.string(),
  finished: Count,
  onTime: Count,
  given: Lamps.describe('Lamps given in the month'),
  red: Count.describe('Red nodes at its end'),
  plates: PlateCounts.omit({ month: true }),
})

export type CockpitMonth = z.infer<typeof CockpitMonth>

/** Something that happened, as told in a sentence. */
export const CockpitEvent = z.object({
  at: z.string(),
  indicator: z.string(),
  entry: z.string(),
  opens: z.string(),
  title: z.string(),
  what: z.string().describe('The lamp, the step, the level, or whether on time'),
  unit: Party.nullable(),
  project: z.string().nullable(),
})
export type CockpitEvent = z.infer<typeof CockpitEvent>

/** The county at a glance. */
export const Cockpit = z.object({
  county: z.string(),
  asOf: z.string(),
  position: Count.describe('How far the record has been counted'),
  hall: z.boolean(),
  lamps: Lamps,
  lampsBefore: Lamps.describe('At the end of yesterday'),
  figures: z.object({
    running: z.number(),
    projects: z.number(),
    open: z.number(),
    done: z.number(),
    overdue: z.number(),
    dueSoon: z.number(),
    people: z.number(),
    finishedToday: z.number(),
    climbed: z.number(),
  }),
  kinds: z.array(z.object({ kind: z.string(), running: Count, all: Count })),
  onTime: z.object({ month: z.string(), finished: Count, onTime: Count, finishedBefore: Count, onTimeBefore: Count }),
  plates: z.object({ present: PlateCounts, before: PlateCounts }).nullable(),
  climbed: z.array(z.object({ level: Count, count: Count })),
  hardCases: z.array(z.object({ state: z.string(), count: Count })),
  projects: z.array(TroubledProject),
  units: z.array(UnitStanding),
  late: z.array(LateNode).describe('The longest overdue node of each of the worst units'),
  months: z.array(CockpitMonth),
  events: z.array(CockpitEvent),
  definitions: z.record(z.string(), z.object({ name: Words, definition: Words })),
})
export type Cockpit = z.infer<typeof Cockpit>

/** A record under a figure. */
export const FigureRecordView = z.object({
  at: z.string().nullable(),
  title: z.string(),
  unit: Party.nullable(),
  person: z.string().nullable(),
  project: z.string().nullable(),
  due: z.string().nullable(),
  lamp: z.string().nullable(),
  state: z.string().nullable(),
  what: z.string(),
  opens: z.string(),
})

export type FigureRecordView = z.infer<typeof FigureRecordView>

/** The records under a figure. */
export const FigureRecords = z.object({
  indicator: z.string(),
  name: Words,
  definition: Words,
  records: z.array(FigureRecordView),
  next: z.string().nullable(),
})
export type FigureRecords = z.infer<typeof FigureRecords>
