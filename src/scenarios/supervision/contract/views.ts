import { z } from 'zod'
import { next } from '#platform/contract/next-page.ts'

/** A unit and, where named, its person. */
export const Party = z.object({
  organisation: z.string(),
  organisationName: z.string(),
  person: z.string().nullable(),
  personName: z.string().nullable(),
})
export type Party = z.infer<typeof Party>

/** What is left of a deadline, in working time. */
export const Remaining = z.object({
  dueAt: z.string(),
  workingMinutes: z.number().int().describe('Negative when late'),
  minutesPerDay: z.number().int(),
  share: z.number().describe('What is left of the whole time, 0 to 1'),
  late: z.boolean(),
  provisionalYears: z.array(z.number().int()),
})
export type Remaining = z.infer<typeof Remaining>

/** An obligation of any kind as a line of a desk. */
export const DeskLine = z.object({
  obligation: z.string(),
  kind: z.string(),
  title: z.string(),
  page: z.string().describe('Where it is dealt with'),
  debtor: Party,
  lead: Party,
  urgency: z.string().describe('The id of its ladder'),
  state: z.enum(['open', 'submitted', 'answered', 'withdrawn']),
  paused: z.boolean(),
  level: z.number().int().describe('Rung reached by now; 0 while in time'),
  levelName: z.string().nullable(),
  remaining: Remaining,
})
export type DeskLine = z.infer<typeof DeskLine>

/** A list of obligations, most urgent first, and how many there are. */
export const Desk = z.object({
  lines: z.array(DeskLine),
  total: z.number().int().describe('Of all pages; counted no further than five thousand'),
  isMore: z.boolean().describe('There are more than were counted'),
})
export type Desk = z.infer<typeof Desk>

/** A page of such a list. */
export const DeskPage = Desk.extend({ next })
export type DeskPage = z.infer<typeof DeskPage>

/** The ladder of an obligation. */
export const LadderView = z.object({
  name: z.string(),
  rungs: z.array(
    z.object({ level: z.number().int(), holder: z.string(), at: z.string().nullable(), reached: z.boolean() }),
  ),
})
export type LadderView = z.infer<typeof LadderView>

/** A step of a story. */
export const Step = z.object({
  entry: z.string(),
  at: z.string(),
  by: z.string(),
  sentence: z.string(),
  note: z.string(),
  evidence: z.array(
    z.object({
      file: z.string(),
      name: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})
export type Step = z.infer<typeof Step>

/** What a unit asked about its duty, and the answer. */
export const RequestView = z.object({
  request: z.string(),
  kind: z.enum(['extension', 'dispute', 'appeal']),
  reason: z.string(),
  until: z.string().nullable(),
  level: z.number().int().nullable(),
  state: z.enum(['open', 'granted', 'refused', 'withdrawn']),
  by: z.string(),
  askedAt: z.string(),
  deciderName: z.string(),
  answer: z.string().nullable(),
  decidedAt: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type RequestView = z.infer<typeof RequestView>

/** A unit's part of a matter, as a line. */
export const DutyLine = z.object({
  duty: z.string(),
  part: z.enum(['lead', 'part']),
  debtor: Party,
  state: DeskLine.shape.state,
  acknowledged: z.boolean(),
  level: z.number().int(),
  remaining: Remaining,
})
export type DutyLine = z.infer<typeof DutyLine>

/** A matter with its duties. */
export const MatterView = z.object({
  matter: z.string(),
  title: z.string(),
  content: z.string(),
  source: z.enum(['meeting', 'instruction']),
  sourceTitle: z.string(),
  urgency: z.string(),
  complainant: z
    .object({ mayLook: z.boolean(), looks: z.array(z.object({ by: z.string(), at: z.string(), reason: z.string() })) })
    .nullable()
    .describe('Hidden; who looked, when and why. Null where nobody complained'),
  confidential: z.array(z.string()).nullable().describe('Who may know of it, by name; null where it is open'),
  opener: z.string(),
  openedAt: z.string(),
  dueAt: z.string(),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
  duties: z.array(DutyLine),
  mayWithdraw: z.boolean(),
})
export type MatterView = z.infer<typeof MatterView>

/** The acts that a post may do about a duty right now. */
export const dutyActs = [
  ...(['acknowledge', 'report', 'submit', 'accept', 'return', 'remind'] as const),
  ...(['delegate', 'extend', 'dispute', 'appeal', 'withdraw'] as const),
] as const
export type DutyAct = (typeof dutyActs)[number]

/** Why an obligation climbed: one passing with its rule, facts and entry. */
export const Passing = z.object({
  level: z.number().int(),
  name: z.string(),
  holder: z.string(),
  at: z.string(),
  text: z.string(),
  rule: z.object({ id: z.string(), version: z.string() }),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  entry: z.string().nullable().describe('Null until a sweep has recorded it'),
  appeal: RequestView.nullable(),
})
export type Passing = z.infer<typeof Passing>

/** One duty: what, clock and ladder, next action, trail. */
export const DutyDetail = z.object({
  duty: z.string(),
  version: z.number().int(),
  part: z.enum(['lead', 'part']),
  matter: MatterView,
  debtor: Party,
  acceptor: Party,
  state: DeskLine.shape.state,
  paused: z.boolean(),
  acknowledgeBy: z.string(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  remaining: Remaining,
  ladder: LadderView,
  level: z.number().int(),
  reminders: z.object({ sent: z.number().int(), most: z.number().int() }),
  extensions: z.object({ granted: z.number().int(), most: z.number().int() }),
  requests: z.array(RequestView),
  passings: z.array(Passing),
  trail: z.array(Step),
  seenBy: z.array(z.object({ by: z.string(), at: z.string() })),
  may: z.array(z.enum(dutyActs)),
})
export type DutyDetail = z.infer<typeof DutyDetail>
