import { z } from 'zod'
import { linkKinds } from '#platform/kernel/scheduling/link.ts'
import { Appeal, OwedAppeal } from './appeals.ts'
import { instant, Lamp, NodeState, Party, Remaining } from './view-parts.ts'

export { Lamp, NodeState, Party, Remaining }

/** A node as lists show it. */
export const NodeRow = z.object({
  node: z.string(),
  project: z.string(),
  projectTitle: z.string(),
  /** Outline number, as 2.3.1. */
  code: z.string(),
  title: z.string(),
  deliverable: z.string(),
  owner: Party,
  state: NodeState,
  lamp: Lamp,
  lampSince: instant.nullable(),
  progress: z.number().int(),
  plannedStart: instant,
  deadline: instant,
  /** Null once it is done or submitted. */
  remaining: Remaining.nullable(),
  /** Titles of the nodes it still waits on. */
  waitsOn: z.array(z.string()),
  /** Rung of the ladder, 0 while in time. */
  level: z.number().int(),
})
export type NodeRow = z.infer<typeof NodeRow>

/** Where a project stands in its life. */
export const PlanState = z.enum(['draft', 'proposed', 'running', 'paused', 'closed', 'archived'])
export type PlanState = z.infer<typeof PlanState>

/** A project as lists show it. */
export const ProjectRow = z.object({
  project: z.string(),
  title: z.string(),
  kind: z.string(),
  lead: Party,
  state: PlanState,
  confidential: z.boolean(),
  nodes: z.number().int(),
  done: z.number().int(),
  /** Leaves by lamp. */
  lamps: z.record(Lamp, z.number().int()),
  progress: z.number().describe('0 to 1, weighted by planned working time'),
  start: instant,
  deadline: instant,
})
export type ProjectRow = z.infer<typeof ProjectRow>

/** How a node hangs on a predecessor; the lag is working minutes, negative where they may overlap. */
export const NodeLink = z.object({ node: z.string(), kind: z.enum(linkKinds), lagMinutes: z.number().int() })
export type NodeLink = z.infer<typeof NodeLink>

/** A branch or leaf of a project's tree, in outline order. */
export const TreeNode = NodeRow.extend({
  parent: z.string().nullable(),
  depth: z.number().int(),
  nature: z.string(),
  leaf: z.boolean(),
  predecessors: z.array(z.string()),
  links: z.array(NodeLink),
})
export type TreeNode = z.infer<typeof TreeNode>

/** A project with all its nodes. */
export const ProjectDetail = ProjectRow.extend({
  nodesInOrder: z.array(TreeNode),
  /** Of its last entry: what an edit names as the plan that it was made on. */
  version: z.number().int(),
  pausedSince: instant.nullable(),
  pauseReason: z.string().nullable(),
  startNeedsApproval: z.boolean().describe('Whether somebody else must approve the start of this kind of project'),
  startProposedBy: z.string().nullable().describe('Who asked for the start, while it waits for approval'),
  openChange: z.string().nullable().describe('The change that waits for approval'),
  /** What the present post may do with it. */
  may: z.object({
    start: z.boolean(),
    decideStart: z.boolean(),
    edit: z.boolean(),
    change: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    close: z.boolean(),
    archive: z.boolean(),
  }),
})
export type ProjectDetail = z.infer<typeof ProjectDetail>

/** A piece of evidence: who brought it and when. */
export const Evidence = z.object({
  file: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  at: instant,
  by: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** One sentence of a trail, with the entry of the record behind it. */
export const TrailStep = z.object({
  entry: z.string(),
  at: instant,
  kind: z.string(),
  /** Who, by post; empty for the clock. */
  by: z.string(),
  sentence: z.string(),
  note: z.string(),
  evidence: z.array(Evidence),
})
export type TrailStep = z.infer<typeof TrailStep>

/** The ladder of an obligation: where it stands and what comes next. */
export const LadderView = z.object({
  name: z.string(),
  rungs: z.array(
    z.object({
      level: z.number().int(),
      holder: z.string(),
      at: instant.nullable().describe('When it is or was reached'),
      reached: z.boolean(),
    }),
  ),
})
export type LadderView = z.infer<typeof LadderView>

/** A node that is late, on which another one waited: where `root`, the lateness began there. */
export const LateCause = z.object({
  node: z.string(),
  title: z.string(),
  owner: Party,
  lateWorkingMinutes: z.number().int(),
  root: z.boolean(),
})
export type LateCause = z.infer<typeof LateCause>

/** A node with all that is known of it. */
export const NodeDetail = NodeRow.extend({
  nature: z.string(),
  version: z.number().int(),
  acceptor: Party,
  startedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  predecessors: z.array(z.object({ node: z.string(), title: z.string(), lamp: Lamp, state: NodeState, owner: Party })),
  successors: z.array(z.object({ node: z.string(), title: z.string(), lamp: Lamp, state: NodeState, owner: Party })),
  ladder: LadderView.nullable(),
  /** Late predecessors, nearest first, back to the roots. */
  upstream: z.array(LateCause),
  trail: z.array(TrailStep),
  appeals: z.array(Appeal),
  /** What the present post may do now. */
  may: z.object({
    report: z.boolean(),
    submit: z.boolean(),
    accept: z.boolean(),
    return: z.boolean(),
    appeal: z.boolean(),
    answerAppeal: z.boolean(),
  }),
})
export type NodeDetail = z.infer<typeof NodeDetail>

/** The grounds of a conclusion: rule, version, facts and the entries of the record. */
export const Why = z.object({
  conclusion: z.string(),
  lamp: Lamp,
  rule: z.object({ id: z.string(), version: z.string(), effectiveFrom: z.string(), text: z.string() }),
  facts: z.array(z.object({ name: z.string(), value: z.string(), source: z.string(), at: instant.nullable() })),
  /** What comes next if nothing is done. */
  next: z.object({ lamp: Lamp, at: instant }).nullable(),
  /** Late predecessors, nearest first: the root of a lateness that came from upstream. */
  upstream: z.array(LateCause),
  entries: z.array(z.object({ entry: z.string(), kind: z.string(), at: instant, position: z.string().nullable() })),
  /** Who looked at these grounds before. */
  seenBy: z.array(z.object({ by: z.string(), at: instant })),
})
export type Why = z.infer<typeof Why>

/** Who has pushed a node to its owner, by what was accepted. */
export const Push = z.object({
  node: z.string(),
  at: instant,
  title: z.string().describe('What was accepted'),
  by: Party,
})
export type Push = z.infer<typeof Push>

/** What projects tell of a node in the list of a day. */
export const DayNode = z.object({ row: NodeRow, push: Push.nullable(), upstream: z.array(LateCause) })
export type DayNode = z.infer<typeof DayNode>

/** One person's day. */
export const Today = z.object({
  date: z.string().describe('YYYY-MM-DD in the county'),
  workingDay: z.boolean(),
  dayName: z.string().describe('Holiday or make-up day, else empty'),
  late: z.array(NodeRow),
  today: z.array(NodeRow).describe('Due within the working day, and returned ones'),
  running: z.array(NodeRow).describe('The rest that runs'),
  toAccept: z.array(NodeRow).describe('Submitted to me'),
  appeals: z.array(OwedAppeal).describe('Objections that my unit owes an answer'),
  waiting: z
    .array(NodeRow.extend({ upstream: z.array(LateCause).describe('Who is late that it waits on, back to the roots') }))
    .describe('Mine, waiting on others'),
  pushed: z.array(Push).describe('Who has just pushed which of my nodes to me, in the last days'),
  /** What has climbed to my level of the ladder. */
  climbed: z.array(NodeRow),
})
export type Today = z.infer<typeof Today>

/** A unit's people and what they hold. */
export const UnitOverview = z.object({
  organisation: z.string(),
  organisationName: z.string(),
  lamps: z.record(Lamp, z.number().int()),
  people: z.array(
    z.object({ person: z.string().nullable(), personName: z.string().nullable(), nodes: z.array(NodeRow) }),
  ),
  below: z.array(
    z.object({
      organisation: z.string(),
      organisationName: z.string(),
      nodes: z.number().int(),
      red: z.number().int(),
    }),
  ),
})
export type UnitOverview = z.infer<typeof UnitOverview>
