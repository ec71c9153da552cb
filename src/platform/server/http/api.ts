import { OpenAPIHandler } from '@orpc/openapi/fastify'
import type { AnyRouter } from '@orpc/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { RefusalTable } from '#platform/contract/refusal-registry.ts'
import { inTrace, noteOnSpan } from '#platform/server/tracing/index.ts'
import type { RequestContext } from './call-context.ts'
import { problemOf } from './problem.ts'
import { asContractError, asRefused, Refused, Told } from './refused.ts'
import { assertStorableText } from './storable-text.ts'

/** What the API is served with. */
export type ApiParts = {
  readonly router: AnyRouter
  readonly refusals: RefusalTable
  readonly log: Logger
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext
}

/** Mounts the contracts under `/api`; a refusal of any handler leaves as problem details. */
export function mountApi(host: FastifyInstance, parts: ApiParts): void {
  const handler = new OpenAPIHandler<RequestContext>(parts.router, {
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next()
        } catch (error) {
          const refused = asRefused(error, context.trace)
          note(parts, refused, error, context.trace)
          throw asContractError(refused, context.trace, parts.refusals)
        }
      },
    ],
    clientInterceptors: [
      async ({ next, input, context, procedure }) => {
        const { method, path = '' } = procedure['~orpc'].route
        context.routed?.(`/api${path}`)
        noteOnSpan({ 'http.route': `/api${path}` }, `${method} /api${path}`)
        assertStorableText(input)
        return next()
      },
    ],
    customErrorResponseBodyEncoder: ({ data }) =>
      data instanceof Told ? problemOf(data.refused, parts.refusals, data.trace) : undefined,
  })
  host.removeContentTypeParser('application/json')
  host.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson)
  host.all('/api/*', async (request, reply) => {
    const context = parts.contextOf(request, reply)
    const { method } = request
    await inTrace(request.id, method, { 'http.request.method': method }, async () => {
      const { matched } = await handler.handle(request, reply, { prefix: '/api', context })
      if (!matched) throw new Refused({ code: 'route.unknown', facts: {} })
      noteOnSpan({ 'http.response.status_code': reply.statusCode })
    })
    return reply
  })
}

function parseJson(
  _request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  try {
    const value: unknown = body.length === 0 ? {} : JSON.parse(String(body))
    if (!isShallow(value)) throw new RangeError('nested too deep')
    done(null, value)
  } catch {
    done(new Refused({ code: 'input.malformed', facts: {} }))
  }
}

/** Deeper than any plan of a project, and far from where walking a value overflows the stack. */
const deepest = 64

function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return true
  }
  return false
}

function note(parts: ApiParts, refused: Refused, error: unknown, trace: string): void {
  const level = parts.refusals[refused.refusal.code]?.level ?? 'error'
  noteOnSpan({ 'xianqu.refusal': refused.refusal.code })
  parts.log[level]({ trace, code: refused.refusal.code, ...(level === 'error' ? { err: error } : {}) }, 'refused')
}
