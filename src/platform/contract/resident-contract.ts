import { z } from 'zod'
import { route } from './define-route.ts'

const tag = '居民 Residents'
const Phone = z.string().regex(/^1[3-9]\d{9}$/)

/** A resident, as told to themselves. */
export const Resident = z.object({
  resident: z.string(),
  /** Null until name and identity number were checked. */
  name: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  verifiedBy: z.enum(['register', 'window', 'provider']).nullable(),
})
export type Resident = z.infer<typeof Resident>

/** A session of one's own. */
export const ResidentSessionView = z.object({
  session: z.string(),
  device: z.string(),
  address: z.string(),
  beganAt: z.string(),
  seenAt: z.string(),
  isThis: z.boolean(),
})
export type ResidentSessionView = z.infer<typeof ResidentSessionView>

/** The residents' door: a code to the phone, who one is, where one is signed in. */
export const residentContract = {
  askCode: route({
    method: 'POST',
    path: '/portal/codes',
    access: 'public',
    tag,
    summary: 'Send a code to a phone, known or not; it counts once, for 5 minutes and 5 guesses',
  })
    .input(z.object({ phone: Phone }))
    .output(
      z.object({
        until: z.string(),
        /** The message itself, in a demonstration county without a channel to phones; null anywhere else. */
        shown: z.string().nullable(),
      }),
    ),
  enter: route({
    method: 'POST',
    path: '/portal/session',
    access: 'public',
    tag,
    summary: 'Sign in by the code that came to the phone',
  })
    .input(z.object({ phone: Phone, code: z.string().regex(/^\d{6}$/) }))
    .output(Resident),
  current: route({
    method: 'GET',
    path: '/portal/session',
    access: 'resident',
    tag,
    summary: 'Which resident is signed in',
  }).output(Resident),
  leave: route({
    method: 'DELETE',
    path: '/portal/session',
    access: 'public',
    tag,
    summary: 'End the session',
  }).output(z.object({ ended: z.boolean() })),
  sessions: route({
    method: 'GET',
    path: '/portal/sessions',
    access: 'resident',
    tag,
    summary: 'Where one is signed in',
  }).output(z.object({ sessions: z.array(ResidentSessionView) })),
  endSession: route({
    method: 'DELETE',
    path: '/portal/sessions/{session}',
    access: 'resident',
    tag,
    summary: 'Sign out on a phone that was lost',
  })
    .input(z.object({ session: z.uuid() }))
    .output(z.object({ ended: z.boolean() })),
  checkIdentity: route({
    method: 'POST',
    path: '/portal/identity',
    access: 'resident',
    tag,
    summary: 'Have name and identity number checked against the household register, once',
  })
    .input(z.object({ name: z.string().trim().min(1).max(100), number: z.string().min(15).max(24) }))
    .output(Resident),
} as const
