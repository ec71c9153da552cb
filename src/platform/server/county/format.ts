import { z } from 'zod'
import { scopes } from '#platform/kernel/actor.ts'
import { administrators } from '#platform/server/identity/domain/administrators.ts'
import { type SignInSetting, signInLimits, withinLevel3 } from '#platform/server/identity/domain/sign-in-settings.ts'
import { coded, Name, Reference, Segment, shaped } from './format-parts.ts'

const Day = z.iso.date()
const TimeOfDay = shaped(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  '应为 08:30 这样的时刻，写在引号内',
  'expected a time such as 08:30, in quotes',
)
const Version = z.number().int().positive()

const setting = (name: SignInSetting) => {
  const { limit, stricter, default: usual } = signInLimits[name]
  return z
    .number()
    .refine((value) => withinLevel3(name, value), coded('county.settings.loosened', { limit }))
    .optional()
    .describe(`${stricter === 'more' ? 'At least' : 'At most'} ${limit}; ${usual} where left out`)
}

/** `county.yaml`: the county itself. */
export const CountyFile = z.strictObject({
  id: shaped(/^\d{6}$/, '应为 6 位数字，写在引号内', 'expected six digits, in quotes').describe(
    'Six-digit division code, in quotes',
  ),
  name: Name,
  shortName: Name,
  englishName: Name,
  within: z.array(Name).default([]).describe('What the county lies in, from the province down'),
  timezone: z.literal('Asia/Shanghai'),
  demo: z.boolean().default(false).describe('Invented people and accounts; allows `demo/`'),
  names: z
    .record(shaped(/^[a-z][A-Za-z]{0,39}$/, '用英文驼峰写法', 'expected camelCase'), Name)
    .default({})
    .describe('What this county calls things'),
  signIn: z
    .strictObject({
      passwordLength: setting('passwordLength'),
      passwordClasses: setting('passwordClasses'),
      passwordHistory: setting('passwordHistory'),
      passwordDays: setting('passwordDays'),
      failures: setting('failures'),
      lockMinutes: setting('lockMinutes'),
      idleMinutes: setting('idleMinutes'),
      sessionHours: setting('sessionHours'),
    })
    .default({})
    .describe('Sign-in settings stricter than the default'),
})

/** `divisions.yaml`: towns, and the villages and communities in each. */
export const DivisionsFile = z.strictObject({
  source: Name.describe('Who published the codes'),
  edition: z.string().describe('Of which day'),
  towns: z.array(
    z.strictObject({
      code: z.string().describe('9 digits, the county’s 6 first'),
      name: Name,
      villages: z
        .record(z.string(), Name)
        .default({})
        .describe(
          'Name by 12-digit code, the town’s 9 first; last three digits from 200 on: a village, below: a community',
        ),
    }),
  ),
})

/** `organisations/*.yaml`: the tree of organisations. */
export const OrganisationsFile = z.strictObject({
  organisations: z
    .array(
      z.strictObject({
        id: Segment,
        name: Name,
        shortName: Name.optional().describe('As people say it; the name where left out'),
        kind: Segment.describe('Chosen by the county; posts are made by kind'),
        parent: Reference.optional().describe('Only the root has none'),
        division: z.string().optional().describe('Code of the division that it governs'),
        absorbs: z
          .array(Reference)
          .default([])
          .describe('Units that were merged into it and stand in the pack no more; what they owe becomes its own'),
      }),
    )
    .default([]),
  villages: z
    .strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9-]*\{code\}[a-z0-9-]*$/)
        .describe('With `{code}` for the division code'),
      village: Segment.describe('Kind of a village committee'),
      community: Segment.describe('Kind of a community committee'),
    })
    .optional()
    .describe('Makes one organisation of each village and community, below its town'),
})

const Grant = z.strictObject({
  permission: Reference.describe('A code that the platform or a scenario declares'),
  scope: z.enum(scopes).describe('How far it reaches from the post’s organisation'),
})

/** `roles.yaml`: named sets of permissions. */
export const RolesFile = z.strictObject({
  roles: z.record(
    Segment,
    z.strictObject({
      name: Name,
      english: Name,
      administrator: z.enum(administrators).optional().describe('One of the three administrators (三员)'),
      permissions: z.array(Grant),
    }),
  ),
})

/** `posts/*.yaml`: templates, each of which makes a post in every organisation that it is for. */
export const PostsFile = z.strictObject({
  posts: z.array(
    z.strictObject({
      id: Segment.describe('The post’s id is the organisation’s, a dot, and this'),
      title: Name,
      titles: z.record(Segment, Name).default({}).describe('Title by kind of organisation, where it differs'),
      english: Name,
      for: z.strictObject({ kinds: z.array(Reference).default([]), organisations: z.array(Reference).default([]) }),
      seats: z.number().int().min(1).max(100_000).describe('How many people hold it at most'),
      roles: z.array(Reference).min(1),
    }),
  ),
})

/** `calendar.yaml`: working hours and the county's own days. */
export const CalendarFile = z.strictObject({
  sessions: z
    .array(z.strictObject({ from: TimeOfDay, to: TimeOfDay }))
    .min(1)
    .describe('Working hours of a day'),
  publishedYears: z
    .array(z.number().int().min(2000).max(2099))
    .default([])
    .describe('Years, beyond those that come with the platform, whose State Council notice is among `extraDays`'),
  extraDays: z
    .array(z.strictObject({ date: Day, kind: z.enum(['workday', 'holiday']), name: Name, source: z.string().max(500) }))
    .default([]),
})

const WorkingTime = z.union([
  z.strictObject({ workingDays: z.number().int().positive().max(365) }),
  z.strictObject({ workingHours: z.number().int().positive().max(1000) }),
])

const Receiver = z.union([
  z.strictObject({ relation: z.literal('lead-unit'), post: Segment }),
  z.strictObject({ organisation: Reference, post: Segment }),
])

/** `ladders.yaml`: who supervises a late obligation, level by level. */
export const LaddersFile = z.strictObject({
  ladders: z.array(
    z.strictObject({
      id: Segment,
      version: Version,
      effectiveFrom: Day,
      name: Name,
      english: Name,
      levels: z
        .array(
          z.strictObject({
            name: Name,
            english: Name,
            receiver: Receiver.describe('A post of the obligation’s lead unit, or of one organisation'),
            limit: WorkingTime.optional().describe('None on a level that the platform gives no deadline'),
            masks: z
              .array(z.enum(['complainant']))
              .default([])
              .describe('What this level does not see'),
          }),
        )
        .min(1)
        .max(9),
    }),
  ),
})

const Share = z.number().gt(0).lte(1)
const Wording = z.strictObject({ zh: Name, en: Name })

/** `plan-kinds.yaml`: the kinds of plans and how each begins. */
export const PlanKindsFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: Segment,
      version: Version,
      effectiveFrom: Day,
      name: Name,
      english: Name,
      startApproval: z.boolean().describe('Whether somebody other than who proposes the start must approve it'),
    }),
  ),
})

/** `lamps.yaml`: the versions of the lamp rule. */
export const LampsFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: Segment,
      version: Version,
      effectiveFrom: Day,
      name: Name,
      english: Name,
      thresholds: z.strictObject({ aheadBy: Share, behindBy: Share }).describe('Shares of the planned duration'),
      wording: z.strictObject({ white: Wording, blue: Wording, green: Wording, yellow: Wording, red: Wording }),
    }),
  ),
})
