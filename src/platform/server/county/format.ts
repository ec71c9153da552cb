import { z } from 'zod'
import { scopes } from '#platform/kernel/actor.ts'
import { isDisplayName } from '#platform/kernel/display-name.ts'
import { administrators } from '../identity/domain/administrators.ts'
import { type SignInSetting, signInLimits, withinLevel3 } from '../identity/domain/sign-in-settings.ts'

// A refinement that names a problem's code is told with that code's sentences; any other with zod's own.
const coded = (code: string, facts: Record<string, string | number> = {}) => ({ params: { problem: code, ...facts } })

const shaped = (pattern: RegExp, reasonZh: string, reasonEn: string) =>
  z.string().refine((text) => pattern.test(text), coded('county.field.invalid', { reasonZh, reasonEn }))

const Name = z.string().refine(isDisplayName, coded('county.name.forbidden'))
const Segment = z
  .string()
  .refine((id) => id.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), coded('county.id.invalid'))
const Reference = z.string().min(1).max(80)
const Day = z.iso.date()
const TimeOfDay = shaped(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  '应为 08:30 这样的时刻，写在引号内',
  'expected a time such as 08:30, in quotes',
)
const Version = z.number().int().positive()

const setting = (name: SignInSetting) =>
  z
    .number()
    .refine(
      (value) => withinLevel3(name, value),
      coded('county.settings.loosened', { limit: signInLimits[name].limit }),
    )
    .optional()

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
    .record(Segment.or(z.string().regex(/^[a-z][A-Za-z]*$/)), Name)
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
  source: Name,
  edition: z.string(),
  towns: z.array(z.strictObject({ code: z.string(), name: Name, villages: z.record(z.string(), Name).default({}) })),
})

/** `organisations/*.yaml`: the tree of organisations. */
export const OrganisationsFile = z.strictObject({
  organisations: z
    .array(
      z.strictObject({
        id: Segment,
        name: Name,
        shortName: Name.optional(),
        kind: Segment,
        parent: Reference.optional().describe('Only the root has none'),
        division: z.string().optional().describe('Code of the division that it governs'),
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

const Grant = z.strictObject({ permission: Reference, scope: z.enum(scopes) })

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
      id: Segment,
      title: Name,
      titles: z.record(Segment, Name).default({}).describe('Title by kind of organisation, where it differs'),
      english: Name,
      for: z.strictObject({ kinds: z.array(Reference).default([]), organisations: z.array(Reference).default([]) }),
      seats: z.number().int().min(1).max(100_000),
      roles: z.array(Reference).min(1),
    }),
  ),
})

/** `calendar.yaml`: working hours and the county's own days. */
export const CalendarFile = z.strictObject({
  sessions: z.array(z.strictObject({ from: TimeOfDay, to: TimeOfDay })).min(1),
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
            receiver: Receiver,
            limit: WorkingTime.optional().describe('None on a level that the platform gives no deadline'),
            masks: z.array(z.enum(['complainant'])).default([]),
          }),
        )
        .min(1)
        .max(9),
    }),
  ),
})

const Share = z.number().gt(0).lte(1)
const Wording = z.strictObject({ zh: Name, en: Name })

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

const Login = shaped(
  /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])$/,
  '登录名用 2 至 64 个小写字母、数字、点或连字符',
  'a login has 2 to 64 lower case letters, digits, dots or hyphens',
)

/** `demo/staff.yaml`: invented people, listed or generated. */
export const StaffFile = z.strictObject({
  seed: z.number().int().describe('Same seed, same people'),
  people: z.array(z.strictObject({ login: Login, name: Name, posts: z.array(Reference).min(1) })).default([]),
  generate: z
    .array(
      z.strictObject({
        post: Segment,
        kinds: z.array(Reference).default([]),
        organisations: z.array(Reference).default([]),
        each: z.number().int().min(1).max(1000).describe('People in each such post, those listed above included'),
      }),
    )
    .default([]),
})

/** `demo/accounts.yaml`: which of them can sign in. */
export const AccountsFile = z.strictObject({
  accounts: z.array(z.strictObject({ login: Reference, role: Name, english: Name })),
})
