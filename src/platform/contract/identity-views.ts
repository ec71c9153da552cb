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

/** A post that a person holds, or will hold for a leave: what a dismissal names by its id. */
export const HeldAppointment = z.object({
  id: z.string(),
  post: z.string(),
  title: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  forPersonName: z.string().nullable().describe('On leave; the person stands in for them'),
  since: z.string(),
  until: z.string().nullable(),
})
export type HeldAppointment = z.infer<typeof HeldAppointment>

/** A post of a unit, with who holds it now. */
export const UnitPost = z.object({
  id: z.string(),
  title: z.string(),
  seats: count,
  isAdministrator: z.boolean().describe('One of the three administrators (三员): nobody holds two of them'),
  holders: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      isDelegate: z.boolean().describe('Stands in for a holder on leave, and takes no seat'),
    }),
  ),
})
export type UnitPost = z.infer<typeof UnitPost>

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

/** The settings of sign-in as they are, as the county pack has them, and how strict they can be made at most. */
export const SignInLeeway = z.object({ now: SignInStrictness, pack: SignInStrictness, strictest: SignInStrictness })
export type SignInLeeway = z.infer<typeof SignInLeeway>

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
