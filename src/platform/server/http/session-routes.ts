import { implement } from '@orpc/server'
import type { Session } from '#platform/contract/session-contract.ts'
import { sessionContract } from '#platform/contract/session-contract.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId, PostId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import {
  type ActiveSession,
  cookieCleared,
  cookieFor,
  findJurisdiction,
  listHeldPosts,
  type SignIn,
} from '#platform/server/identity/index.ts'
import type { SingleSignOn } from '#platform/server/single-sign-on/index.ts'
import type { RequestContext } from './call-context.ts'
import { admitStaff } from './guard.ts'
import { orRefuse, refused } from './refused.ts'

/** What the session routes need. */
export type SessionRouteParts = {
  readonly database: Database
  readonly clock: Clock
  readonly door: SignIn
  readonly jurisdiction: JurisdictionId
  readonly secureCookies: boolean
  readonly singleSignOn: SingleSignOn
}

/** Sign-in, sign-out, the choice of post, one's own credentials. */
export function sessionRoutes(parts: SessionRouteParts) {
  const { door, secureCookies } = parts
  const os = implement(sessionContract).$context<RequestContext>()
  const own = os.use(async ({ context, next }) => {
    await admitStaff(context) // before the input is looked at
    return next()
  })
  return os.router({
    greeting: os.greeting.handler(async () => {
      const { name, names, demo } = await countyOf(parts)
      const singleSignOn = [...parts.singleSignOn.providers.values()].map((one) => ({
        ...{ provider: one.id, name: one.name, english: one.english, door: one.door },
      }))
      return { jurisdictionName: name, hubName: names.hub ?? '智慧办', demo, singleSignOn }
    }),
    signIn: os.signIn.handler(async ({ input, context }) => {
      const { address, device } = context
      const answer = orRefuse(await door.signIn({ ...input, address, device }))
      if (answer.state === 'second-factor-wanted') return { state: answer.state }
      const cookie = cookieFor(answer.token, secureCookies)
      context.setCookie(cookie)
      const session = (await door.resolveSession(cookie)) ?? refused('session.required')
      return { state: answer.state, session: await sessionView(parts, session) }
    }),
    current: own.current.handler(async ({ context }) => sessionView(parts, await getSession(context))),
    signOut: os.signOut.handler(async ({ context }) => {
      const session = await context.session()
      context.setCookie(cookieCleared(secureCookies))
      return session === undefined ? { ended: false } : door.signOut(session)
    }),
    switchPost: own.switchPost.handler(async ({ context, input }) => {
      const session = await getSession(context)
      orRefuse(await door.switchPost(session, input.post as PostId))
      const moved = (await context.reload()) ?? refused('session.required')
      return sessionView(parts, moved)
    }),
    changePassword: own.changePassword.handler(async ({ context, input }) => {
      orRefuse(await door.changePassword(await getSession(context), input))
      return { changed: true as const }
    }),
    enrolSecondFactor: own.enrolSecondFactor.handler(async ({ context, input }) =>
      orRefuse(await door.enrolSecondFactor(await getSession(context), input.password)),
    ),
    confirmSecondFactor: own.confirmSecondFactor.handler(async ({ context, input }) => {
      orRefuse(await door.confirmSecondFactor(await getSession(context), input.code))
      return { enrolled: true as const }
    }),
  })
}

async function getSession(context: RequestContext): Promise<ActiveSession> {
  return (await context.session()) ?? refused('session.required')
}

async function countyOf({ database, jurisdiction }: SessionRouteParts) {
  const county = await database.asSystem(jurisdiction, (tx) => findJurisdiction(tx, jurisdiction))
  if (county === undefined) throw new Error(`no county pack has been applied for ${jurisdiction}`)
  return county
}

async function sessionView(parts: SessionRouteParts, session: ActiveSession): Promise<Session> {
  const { database, jurisdiction, clock, door } = parts
  const [county, held, secondFactor] = await Promise.all([
    countyOf(parts),
    database.asSystem(jurisdiction, (tx) => listHeldPosts(tx, jurisdiction, session.person, clock.now())),
    door.hasSecondFactor(session.person),
  ])
  const { actor } = session
  return {
    jurisdiction,
    jurisdictionName: county.name,
    hubName: county.names.hub ?? '智慧办',
    person: actor.person,
    personName: actor.personName,
    post: actor.post,
    postTitle: actor.postTitle,
    organisation: actor.organisation,
    organisationName: actor.organisationName,
    permissions: Object.fromEntries(actor.permissions),
    posts: held.map(({ post, title, organisation, organisationName, forPerson, until }) => ({
      ...{ post, title, organisation, organisationName },
      delegatedUntil: forPerson === null ? null : (until?.toISOString() ?? null),
    })),
    secondFactor,
    passwordChange: session.passwordChange,
    demo: county.demo,
  }
}
