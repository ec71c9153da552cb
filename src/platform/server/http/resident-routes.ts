import { implement } from '@orpc/server'
import { residentContract } from '#platform/contract/resident-contract.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { type ResidentDoor, residentCookie } from '#platform/server/residents/index.ts'
import type { RequestContext } from './call-context.ts'
import { guard } from './guard.ts'
import { orRefuse, refused } from './refused.ts'

/** What the residents' routes need. */
export type ResidentRouteParts = {
  readonly database: Database
  readonly clock: Clock
  readonly residents: ResidentDoor
  readonly secureCookies: boolean
}

/** Sign-in by phone, one's sessions, and who one is. */
export function residentRoutes(parts: ResidentRouteParts) {
  const os = implement(residentContract).$context<RequestContext>()
  return os.router({ ...door(parts), ...own(parts) })
}

function door({ residents, secureCookies }: ResidentRouteParts) {
  const os = implement(residentContract).$context<RequestContext>()
  return {
    askCode: os.askCode.handler(async ({ input, context: { address, device } }) => {
      const { until, shown } = orRefuse(await residents.askCode(input.phone, { address, device }))
      return { until: until.toISOString(), shown }
    }),
    enter: os.enter.handler(async ({ input, context }) => {
      const { address, device } = context
      const { token, resident } = orRefuse(await residents.enter({ ...input, origin: { address, device } }))
      context.setCookie(residentCookie.handOver(token, secureCookies))
      return viewOf(residents, resident)
    }),
    leave: os.leave.handler(async ({ context }) => {
      const session = await context.resident()
      context.setCookie(residentCookie.takeAway(secureCookies))
      return session === undefined ? { ended: false } : residents.endSession(session, session.id)
    }),
  }
}

function own(parts: ResidentRouteParts) {
  const { residents } = parts
  const os = implement(residentContract).$context<RequestContext>().use(guard(parts))
  return {
    current: os.current.handler(({ context: { call } }) => viewOf(residents, call.actor.person)),
    sessions: os.sessions.handler(async ({ context }) => {
      const { id } = await sessionOf(context)
      const open = await residents.listSessions(context.call.actor.person)
      return {
        sessions: open.map(({ id: session, device, address, beganAt, seenAt }) => ({
          ...{ session, device, address, isThis: session === id },
          ...{ beganAt: beganAt.toISOString(), seenAt: seenAt.toISOString() },
        })),
      }
    }),
    endSession: os.endSession.handler(async ({ context, input }) =>
      residents.endSession(await sessionOf(context), input.session),
    ),
    checkIdentity: os.checkIdentity.handler(async ({ context, input }) => {
      const { resident } = orRefuse(await residents.checkIdentity(await sessionOf(context), input))
      return viewOf(residents, resident)
    }),
  }
}

async function sessionOf(context: RequestContext) {
  return (await context.resident()) ?? refused('session.required')
}

async function viewOf(residents: ResidentDoor, resident: PersonId) {
  return (await residents.view(resident)) ?? refused('session.required')
}
