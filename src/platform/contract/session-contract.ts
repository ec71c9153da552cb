import { z } from 'zod'
import { route } from './define-route.ts'

const tag = '登录 Session'

/** One post that the person may act in. */
export const PostChoice = z.object({
  post: z.string(),
  title: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  /** Set where the post is held for somebody else during a leave. */
  delegatedUntil: z.string().nullable(),
})
export type PostChoice = z.infer<typeof PostChoice>

/** Who is signed in, in which post, and what the post may do. */
export const Session = z.object({
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  /** What the county calls its hub. */
  hubName: z.string(),
  person: z.string(),
  personName: z.string(),
  post: z.string(),
  postTitle: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  permissions: z.record(z.string(), z.enum(['own', 'unit', 'subtree', 'jurisdiction'])),
  posts: z.array(PostChoice),
  secondFactor: z.boolean(),
  /** Why the password must be changed before anything else, if it must: `first` or `aged`. */
  passwordChange: z.enum(['first', 'aged']).nullable(),
  /** True in the demo county, whose people and figures are made up. */
  demo: z.boolean(),
})
export type Session = z.infer<typeof Session>

/** The answer to a sign-in: done, or the second factor is asked for. */
export const SignInAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-in'), session: Session }),
  z.object({ state: z.literal('second-factor-wanted') }),
])
export type SignInAnswer = z.infer<typeof SignInAnswer>

/** Sign-in, sign-out, the choice of post, and one's own credentials. */
export const sessionContract = {
  /** What the sign-in page shows before anybody is known. */
  greeting: route({
    method: 'GET',
    path: '/greeting',
    access: 'public',
    tag,
    summary: 'The county and its hub, for the sign-in page',
  }).output(
    z.object({
      jurisdictionName: z.string(),
      hubName: z.string(),
      demo: z.boolean(),
      /** Where one may sign in instead of by password or code, at the door of the staff or of residents: `GET /api/sso/{provider}`. */
      singleSignOn: z.array(
        z.object({
          provider: z.string(),
          name: z.string(),
          english: z.string(),
          door: z.enum(['staff', 'residents']),
        }),
      ),
    }),
  ),
  signIn: route({
    method: 'POST',
    path: '/session',
    access: 'public',
    tag,
    summary: 'Sign in by password and, where enrolled, a one-time code',
  })
    .input(
      z.object({
        login: z.string().min(1).max(64),
        password: z.string().min(1).max(128),
        code: z
          .string()
          .regex(/^\d{6}$/)
          .optional(),
      }),
    )
    .output(SignInAnswer),
  current: route({
    method: 'GET',
    path: '/session',
    access: 'signed-in',
    tag,
    summary: 'Who is signed in, in which post',
  }).output(Session),
  signOut: route({ method: 'DELETE', path: '/session', access: 'public', tag, summary: 'End the session' }).output(
    z.object({ ended: z.boolean() }),
  ),
  switchPost: route({
    method: 'PUT',
    path: '/session/post',
    access: 'signed-in',
    tag,
    summary: 'Act in another of one’s posts',
  })
    .input(z.object({ post: z.string().min(1).max(64) }))
    .output(Session),
  changePassword: route({
    method: 'PUT',
    path: '/session/password',
    access: 'signed-in',
    tag,
    summary: 'Change one’s own password',
  })
    .input(z.object({ current: z.string().min(1).max(128), next: z.string().min(1).max(128) }))
    .output(z.object({ changed: z.literal(true) })),
  enrolSecondFactor: route({
    method: 'POST',
    path: '/session/second-factor',
    access: 'signed-in',
    tag,
    summary: 'Begin to use one-time codes',
  })
    .input(z.object({ password: z.string().min(1).max(128) }))
    .output(z.object({ secret: z.string(), uri: z.string() })),
  confirmSecondFactor: route({
    method: 'PUT',
    path: '/session/second-factor',
    access: 'signed-in',
    tag,
    summary: 'Confirm the first one-time code',
  })
    .input(z.object({ code: z.string().regex(/^\d{6}$/) }))
    .output(z.object({ enrolled: z.literal(true) })),
} as const
