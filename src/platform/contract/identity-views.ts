import { z } from 'zod'

const count = z.number().int()

/** An organisation as lists and trees show it. */
export const OrganisationEntry = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  path: z.array(z.string()).describe('Ids from the root down to itself'),
  kind: z.string(),
  name: z.string(),
  shortName: z.string(),
})
export type OrganisationEntry = z.infer<typeof OrganisationEntry>

/** A person as a list shows them. */
export const PersonEntry = z.object({ id: z.string(), name: z.string(), organisations: z.array(z.string()) })
export type PersonEntry = z.infer<typeof PersonEntry>

/** Who holds a post now. */
export const PostHolder = z.object({
  id: z.string(),
  name: z.string(),
  forPerson: z.string().nullable().describe('On leave; the holder stands in for them'),
  until: z.string().nullable(),
})
export type PostHolder = z.infer<typeof PostHolder>

/** One of one's own open sessions. */
export const OpenSession = z.object({
  id: z.string(),
  beganAt: z.string(),
  seenAt: z.string(),
  address: z.string(),
  device: z.string(),
  current: z.boolean(),
})
export type OpenSession = z.infer<typeof OpenSession>

/** How strict sign-in is, setting by setting. */
export const SignInStrictness = z.object({
  passwordLength: count,
  passwordClasses: count,
  passwordHistory: count,
  passwordDays: count,
  failures: count,
  lockMinutes: count,
  idleMinutes: count,
  sessionHours: count,
})
export type SignInStrictness = z.infer<typeof SignInStrictness>

/** One entry of the record that concerns accounts and powers. */
export const IdentityEntry = z.object({
  id: z.string(),
  kind: z.string(),
  at: z.string(),
  stream: z.string(),
  actorPerson: z.string().nullable(),
  actorPost: z.string().nullable(),
  actorSystem: z.string().nullable(),
  actorName: z.string().nullable().describe('Who did it, in words'),
  postName: z.string().nullable(),
  aboutName: z.string().nullable().describe('Whose account or powers it concerns'),
  facts: z.record(z.string(), z.unknown()).nullable().describe('Null where the law had them erased'),
})
export type IdentityEntry = z.infer<typeof IdentityEntry>
