import { z } from 'zod'
import { TrailStep } from './views.ts'

const Share = z.number().int().min(1).max(100).describe('Per cent of the points')
const Named = z.object({
  person: z.string(),
  personName: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
})

export const HardCaseState = z.enum(['published', 'assigned', 'submitted', 'scored', 'withdrawn'])
export type HardCaseState = z.infer<typeof HardCaseState>

/** What a case is published with. */
export const PublishInput = z.object({
  title: z.string().trim().min(2).max(200),
  place: z.string().trim().max(200).default(''),
  goal: z.string().trim().min(2).max(2000).describe('What must be achieved, so that it can be judged'),
  points: z.number().int().min(1).max(1000),
  deadline: z.iso.datetime({ offset: true }),
  selection: z.enum(['first', 'choice']).describe('first: the first team gets it; choice: the publisher chooses'),
  project: z.uuid().optional(),
})
export type PublishInput = z.infer<typeof PublishInput>

/** A claim with a team. */
export const ClaimInput = z.object({
  case: z.uuid(),
  pledge: z.string().trim().min(2).max(2000).describe('How the team means to do it'),
  members: z
    .array(z.object({ person: z.uuid(), share: Share }))
    .min(1)
    .max(20),
})
export type ClaimInput = z.infer<typeof ClaimInput>

/** What an act on a case answers. */
export const CaseAnswer = z.object({
  case: z.string(),
  state: HardCaseState,
  version: z.number().int(),
  entry: z.string(),
})

/** A team with the points that each member has or would have. */
export const HardCaseTeam = z.object({
  team: z.string(),
  leader: z.string(),
  members: z.array(Named.extend({ share: Share, points: z.number().int() })),
  pledge: z.string(),
  claimedAt: z.string(),
  chosen: z.boolean(),
})
export type HardCaseTeam = z.infer<typeof HardCaseTeam>

/** A case as the list shows it. */
export const HardCaseRow = z.object({
  case: z.string(),
  title: z.string(),
  place: z.string(),
  points: z.number().int(),
  deadline: z.string(),
  selection: z.enum(['first', 'choice']),
  state: HardCaseState,
  publisher: Named,
  teams: z.number().int(),
  leader: Named.nullable(),
})
export type HardCaseRow = z.infer<typeof HardCaseRow>

/** A case in full. */
export const HardCaseDetail = HardCaseRow.extend({
  goal: z.string(),
  project: z.object({ project: z.string(), title: z.string() }).nullable(),
  teamsInOrder: z.array(HardCaseTeam),
  outcome: z.string().nullable(),
  trail: z.array(TrailStep),
  may: z.object({ publish: z.boolean(), claim: z.boolean(), submit: z.boolean(), judge: z.boolean() }),
})
export type HardCaseDetail = z.infer<typeof HardCaseDetail>
