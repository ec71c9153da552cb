import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { AnyRouter } from '@orpc/server'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { v7 } from 'uuid'
import type { RefusalTable } from '#platform/contract/refusal-registry.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import type { FileFolder } from '#platform/server/files/index.ts'
import type { SignIn } from '#platform/server/identity/index.ts'
import { openLiveHub } from '#platform/server/live/index.ts'
import type { Meters } from '#platform/server/metrics/index.ts'
import type { ResidentDoor } from '#platform/server/residents/index.ts'
import type { SingleSignOn } from '#platform/server/single-sign-on/index.ts'
import { mountApi } from './api.ts'
import { mountFileRoutes } from './file-routes.ts'
import { mountLiveRoute } from './live-route.ts'
import { measure } from './measure.ts'
import { mountPages } from './pages.ts'
import { problemOf } from './problem.ts'
import { asRefused, Refused } from './refused.ts'
import { requestContexts } from './request-context.ts'
import { mountSingleSignOn } from './single-sign-on-routes.ts'

/** What the host serves and with what. */
export type HostParts = {
  readonly database: Database
  readonly jurisdiction: JurisdictionId
  readonly clock: Clock
  readonly files: FileFolder
  readonly door: SignIn
  readonly residents: ResidentDoor
  readonly router: AnyRouter
  readonly refusals: RefusalTable
  /** The OpenAPI document, as text. */
  readonly openApi: string
  readonly health: () => Promise<Readonly<Record<string, unknown>>>
  /** The folder of built pages; none serves the API alone. */
  readonly pages: string | undefined
  readonly log: Logger
  readonly secureCookies: boolean
  /** How many proxies of ours stand in front: what stands before theirs in `X-Forwarded-For` anybody can write. */
  readonly proxies: number
  /** The names of the projections that live screens wait for. */
  readonly projections?: readonly string[]
  readonly meters?: Meters | undefined
  /** Where people may come from instead of typing a password. */
  readonly singleSignOn?: SingleSignOn | undefined
}

const bodyLimitBytes = 1024 * 1024
/** Against floods from one address; a whole town hall may stand behind one. */
const requestsPerMinute = 120_000

/** The HTTP server: one address for the API, the files and the pages. */
export async function createHost(parts: HostParts): Promise<FastifyInstance> {
  const host = Fastify({
    loggerInstance: parts.log,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    trustProxy: parts.proxies > 0 && ((_address: string, hop: number) => hop < parts.proxies),
    genReqId: () => v7().replaceAll('-', ''), // as it is, the id of a trace
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance
  await host.register(helmet, { contentSecurityPolicy: { directives: contentPolicy }, strictTransportSecurity: false })
  await host.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute', errorResponseBuilder: tooMany })
  await host.register(underPressure, { maxEventLoopDelay: 5000, exposeStatusRoute: false })
  tellRefusals(host, parts)
  const contextOf = requestContexts(parts)
  mountFileRoutes(host, { ...parts, contextOf })
  const onError = (error: unknown) => parts.log.error({ err: error }, 'live screens were not told')
  const { stillOpen } = parts.door
  const live = openLiveHub({ ...parts, projections: parts.projections ?? [], onError, stillOpen })
  mountLiveRoute(host, { live, contextOf })
  if (parts.singleSignOn) mountSingleSignOn(host, { ...parts, singleSignOn: parts.singleSignOn, contextOf })
  if (parts.meters) measure(host, parts.meters, live)
  host.get('/api/health', async (_request, reply) => {
    const body = await parts.health()
    return reply.code(body.readiness === 'failing' ? 503 : 200).send(body)
  })
  host.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(parts.openApi))
  mountApi(host, { ...parts, contextOf })
  await mountPages(host, parts.pages)
  return host
}

const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

function tooMany(_request: FastifyRequest, context: { ttl: number }): Refused {
  return new Refused({ code: 'rate.exceeded', facts: { seconds: Math.ceil(context.ttl / 1000) } })
}

/** Whatever goes wrong outside the contract library leaves as problem details too. */
function tellRefusals(host: FastifyInstance, parts: HostParts): void {
  host.setErrorHandler((error, request, reply) => tell(request, reply, parts, ofFramework(error, request.id)))
  host.setNotFoundHandler((request, reply) =>
    tell(request, reply, parts, new Refused({ code: 'route.unknown', facts: {} })),
  )
  host.addHook('onSend', async (_request, reply, payload) => {
    const type = reply.getHeader('content-type')
    if (reply.statusCode >= 400 && typeof type === 'string' && type.startsWith('application/json'))
      reply.header('content-type', 'application/problem+json; charset=utf-8')
    return payload
  })
}

function tell(request: FastifyRequest, reply: FastifyReply, parts: HostParts, refused: Refused) {
  const problem = problemOf(refused, parts.refusals, request.id)
  request.log[parts.refusals[problem.code]?.level ?? 'error'](
    { code: problem.code, path: request.routeOptions.url },
    'refused',
  )
  return reply.status(problem.status).type('application/json').send(problem)
}

function ofFramework(error: unknown, trace: string): Refused {
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refused({ code: 'input.too-large', facts: { limitMegabytes: bodyLimitBytes / 1024 / 1024 } })
  if (code === 'FST_UNDER_PRESSURE') return new Refused({ code: 'service.busy', facts: { trace } })
  if (!(error instanceof Refused) && statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refused({ code: 'input.malformed', facts: {} })
  return asRefused(error, trace)
}
