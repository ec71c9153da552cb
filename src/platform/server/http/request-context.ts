import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ActiveSession, SignIn } from '#platform/server/identity/index.ts'
import type { ResidentDoor, ResidentSession } from '#platform/server/residents/index.ts'
import type { RequestContext } from './call-context.ts'
import { nameRoute } from './measure.ts'

/** What another server ended a moment ago may still be looked at for seconds; nothing is done by it. */
const isLook: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Makes the context of a request; one request asks for its session once. */
export function requestContexts({ door, residents }: { readonly door: SignIn; readonly residents: ResidentDoor }) {
  return (request: FastifyRequest, reply: FastifyReply): RequestContext => {
    let asked: Promise<ActiveSession | undefined> | undefined
    const session = () => {
      asked ??= door.resolveSession(request.headers.cookie)
      return asked
    }
    let askedResident: Promise<ResidentSession | undefined> | undefined
    const resident = () => {
      askedResident ??= residents.resolveSession(request.headers.cookie, !isLook.has(request.method))
      return askedResident
    }
    const key = request.headers['idempotency-key']
    return {
      trace: request.id,
      idempotencyKey: typeof key === 'string' ? key : undefined,
      address: request.ip,
      device: (request.headers['user-agent'] ?? '').slice(0, 200),
      routed: (template) => nameRoute(request, template),
      setCookie: (value) => reply.header('set-cookie', value),
      session,
      reload: () => door.resolveSession(request.headers.cookie),
      actor: async () => (await session())?.actor,
      resident,
    }
  }
}
