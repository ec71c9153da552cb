import { z } from 'zod'
import { route } from './define-route.ts'
import { powersContract } from './identity-powers-contract.ts'
import { IdentityEntry, OpenSession, OrganisationEntry, PersonEntry, PostHolder } from './identity-views.ts'

export * from './identity-views.ts'

const tag = '统一身份 Identity'
const read = { permission: 'identity.directory.read' } as const
const accounts = { permission: 'identity.accounts.manage' } as const
const delegate = { permission: 'identity.posts.delegate' } as const

const Search = z.object({
  text: z.string().trim().min(1).max(50).describe('Part of a name; two characters do'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
const inPerson = z.object({ person: z.uuid() })
const inAppointment = z.object({ appointment: z.uuid() })
const PostId = z.string().min(1).max(128)

/** The directory, delegation for a leave, and what the three administrators do. */
export const identityContract = {
  organisations: route({
    method: 'GET',
    path: '/organisations',
    access: read,
    tag,
    summary: 'The tree, parents first',
  }).output(z.object({ organisations: z.array(OrganisationEntry) })),
  searchOrganisations: route({
    method: 'GET',
    path: '/organisations/search',
    access: read,
    tag,
    summary: 'Organisations by part of their name',
  })
    .input(Search)
    .output(z.object({ organisations: z.array(OrganisationEntry) })),
  searchPeople: route({
    method: 'GET',
    path: '/people/search',
    access: read,
    tag,
    summary: 'People by part of their name',
  })
    .input(Search)
    .output(z.object({ people: z.array(PersonEntry) })),
  person: route({ method: 'GET', path: '/people/{person}', access: read, tag, summary: 'One person by their id' })
    .input(inPerson)
    .output(PersonEntry),
  holders: route({ method: 'GET', path: '/posts/{post}/holders', access: read, tag, summary: 'Who holds a post now' })
    .input(z.object({ post: PostId }))
    .output(z.object({ holders: z.array(PostHolder) })),

  delegatePost: route({
    method: 'POST',
    path: '/delegations',
    access: delegate,
    tag,
    summary: 'Delegate a post for a leave; it ends by itself',
  })
    .input(
      z.object({
        post: PostId,
        of: z.uuid().optional().describe('Who goes on leave; oneself where left out'),
        to: z.uuid(),
        from: z.coerce.date(),
        until: z.coerce.date(),
        reason: z.string().trim().min(1).max(200),
      }),
    )
    .output(z.object({ appointment: z.string() })),
  endDelegation: route({
    method: 'DELETE',
    path: '/delegations/{appointment}',
    access: delegate,
    tag,
    summary: 'End a delegation before its time',
  })
    .input(inAppointment)
    .output(z.object({ ended: z.literal(true) })),

  registerPerson: route({
    method: 'POST',
    path: '/people',
    access: accounts,
    tag,
    summary: 'Register a person; they have no post and no password yet',
  })
    .input(z.object({ login: z.string().min(1).max(64), name: z.string().min(1).max(200) }))
    .output(z.object({ person: z.string() })),
  issueActivation: route({
    method: 'POST',
    path: '/people/{person}/activation',
    access: accounts,
    tag,
    summary: 'Issue a code with which the person chooses a password; the one before it no longer counts',
  })
    .input(inPerson)
    .output(z.object({ code: z.string(), until: z.string() })),
  unlock: route({
    method: 'DELETE',
    path: '/people/{person}/lock',
    access: accounts,
    tag,
    summary: 'Lift the lock of an account',
  })
    .input(inPerson)
    .output(z.object({ unlocked: z.literal(true) })),
  removeSecondFactor: route({
    method: 'DELETE',
    path: '/people/{person}/second-factor',
    access: accounts,
    tag,
    summary: 'Remove the second factor of a person who lost the phone',
  })
    .input(inPerson)
    .output(z.object({ removed: z.literal(true) })),

  ...powersContract,

  record: route({
    method: 'GET',
    path: '/identity-record',
    access: { permission: 'identity.audit.read' },
    tag,
    summary: 'Sign-ins, failures, locks, appointments and delegations, newest first, for the audit administrator',
  })
    .input(
      z.object({
        person: z.uuid().optional().describe('Only what concerns this person'),
        before: z.uuid().optional().describe('The last entry of the page before'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ entries: z.array(IdentityEntry) })),
  activate: route({
    method: 'POST',
    path: '/activation',
    access: 'public',
    tag,
    summary: 'Choose a password with an activation code',
  })
    .input(
      z.object({
        login: z.string().min(1).max(64),
        code: z.string().min(1).max(64),
        password: z.string().min(1).max(200),
      }),
    )
    .output(z.object({ activated: z.literal(true) })),
  sessions: route({
    method: 'GET',
    path: '/session/open',
    access: 'signed-in',
    tag,
    summary: 'One’s own open sessions',
  }).output(z.object({ sessions: z.array(OpenSession) })),
  endSession: route({
    method: 'DELETE',
    path: '/session/open/{session}',
    access: 'signed-in',
    tag,
    summary: 'End one of one’s own sessions',
  })
    .input(z.object({ session: z.uuid() }))
    .output(z.object({ ended: z.boolean() })),
  listExternal: route({
    method: 'POST',
    path: '/external-accounts',
    access: { permission: 'identity.accounts.manage' },
    tag,
    summary: 'List under which name a provider of single sign-on knows a person; the first sign-in binds it',
  })
    .input(
      z.object({
        provider: z.string().min(1).max(40),
        handle: z.string().min(1).max(100),
        login: z.string().min(1).max(64),
      }),
    )
    .output(z.object({ person: z.string() })),
  endOtherSessions: route({
    method: 'DELETE',
    path: '/session/open',
    access: 'signed-in',
    tag,
    summary: 'Sign out everywhere else',
  }).output(z.object({ ended: z.number().int() })),
} as const
