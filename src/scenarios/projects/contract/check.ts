import { z } from 'zod'
import { PlanEdit } from './edits.ts'
import { Party } from './views.ts'

const instant = z.string().describe('ISO 8601 with offset +08:00 or Z')
const minutes = z.number().int().describe('Working minutes')

/** The version of the county's rule whose thresholds were used. */
const Rule = z.object({ id: z.string(), version: z.string() })

/** One thing that the check found, where, and what to do about it. */
export const PlanFinding = z.object({
  code: z.string(),
  severity: z.enum(['blocking', 'warning', 'hint']),
  nodes: z.array(z.string()).describe('Ids of the nodes that it is about, at most 100'),
  person: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  remedyZh: z.string(),
  remedyEn: z.string(),
})
export type PlanFinding = z.infer<typeof PlanFinding>

/** What a person bears in one week over all running plans. */
export const WeekLoad = z.object({
  from: instant.describe('Its Monday'),
  load: z.number().describe('Share of the week’s working time; 1 is a full week'),
  nodes: z.number().int(),
})
export type WeekLoad = z.infer<typeof WeekLoad>

/** A person of the plan with the weeks ahead. */
export const PersonLoad = z.object({ person: z.string(), personName: z.string(), weeks: z.array(WeekLoad) })
export type PersonLoad = z.infer<typeof PersonLoad>

/** Everything that is to be said of a plan before its start, the gravest first. */
export const PlanCheck = z.object({
  project: z.string(),
  checkedAt: instant,
  rule: Rule,
  onBlocking: z
    .enum(['refuse', 'confirm'])
    .describe('Whether a blocking finding refuses the start or lets it pass once it is confirmed'),
  counts: z.object({ blocking: z.number().int(), warning: z.number().int(), hint: z.number().int() }),
  findings: z.array(PlanFinding).describe('At most 500'),
  overloadAbove: z.number(),
  loads: z.array(PersonLoad).describe('People of the plan, the most loaded first'),
})
export type PlanCheck = z.infer<typeof PlanCheck>

/** When a leaf can and must be. In a running plan the earliest dates are the forecast. */
export const NodeSchedule = z.object({
  node: z.string(),
  earliestStart: instant,
  earliestFinish: instant,
  latestStart: instant,
  latestFinish: instant,
  slackMinutes: minutes.describe(
    'Working minutes that it may slip without moving the end; negative where the end is missed',
  ),
  freeSlackMinutes: minutes.describe('Working minutes that it may slip without moving any other node'),
  critical: z.boolean(),
  lateMinutes: minutes.describe('Working minutes after its own deadline at which it finishes as things stand'),
})
export type NodeSchedule = z.infer<typeof NodeSchedule>

/** A plan reckoned by the critical path method over the county's working time. */
export const ProjectSchedule = z.object({
  project: z.string(),
  minutesPerDay: z.number().int().describe('Minutes of one working day, to tell days from'),
  forecast: z.boolean().describe('Whether what has happened is reckoned with: the plan runs'),
  end: instant.nullable().describe('The last deadline, to which slack counts'),
  finish: instant.nullable().describe('When the last node finishes as things stand'),
  cycle: z.array(z.string()).nullable().describe('Ids of nodes whose links run in a circle; then nothing is reckoned'),
  nodes: z.array(NodeSchedule),
})
export type ProjectSchedule = z.infer<typeof ProjectSchedule>

const Dates = z.object({ plannedStart: instant, deadline: instant })

/** A proposal that levels the load of a plan's people. It changes nothing by itself. */
export const LevellingProposal = z.object({
  project: z.string(),
  rule: Rule,
  overloadAbove: z.number(),
  cycle: z.array(z.string()).nullable(),
  moves: z.array(
    z.object({
      node: z.string(),
      code: z.string(),
      title: z.string(),
      owner: Party,
      from: Dates,
      to: Dates,
      byMinutes: minutes.describe('Working minutes by which its deadline would move'),
    }),
  ),
  end: z.object({ before: instant, after: instant }).nullable(),
  loads: z
    .array(
      z.object({ person: z.string(), personName: z.string(), before: z.array(WeekLoad), after: z.array(WeekLoad) }),
    )
    .describe('People who are overloaded now, with their weeks before and after'),
  operations: z.array(PlanEdit).describe('The same moves as edits of the plan, for whoever takes the proposal over'),
})
export type LevellingProposal = z.infer<typeof LevellingProposal>
