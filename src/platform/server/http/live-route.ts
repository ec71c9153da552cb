import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { LiveHub, LiveReader } from '#platform/server/live/index.ts'
import type { RequestContext } from './call-context.ts'
import { admitStaff, scopeOf } from './guard.ts'
import { Refused } from './refused.ts'

/** What the route needs of the host. */
export type LiveRouteParts = {
  readonly live: LiveHub
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext
}

/** A reader that has taken this little of what was sent is let go; it comes back and is told what it missed. */
const mostUnsentBytes = 256 * 1024
const reconnectMilliseconds = 2000

/**
 * `GET /api/live?topics=plans,obligations`: server-sent events that tell what has been recorded, so that screens look again.
 * They say topics and streams, never contents: those come by the routes, which ask for permission.
 */
export function mountLiveRoute(host: FastifyInstance, { live, contextOf }: LiveRouteParts): void {
  host.addHook('preClose', () => live.close())
  host.get<{ Querystring: { topics?: string; seen?: string } }>('/api/live', async (request, reply) => {
    const context = contextOf(request, reply)
    const actor = await admitStaff(context)
    const { id = '', post = '' } = (await context.session()) ?? {}
    const topics = topicsOf(request.query.topics)
    const seen = Number(request.headers['last-event-id'] ?? request.query.seen ?? Number.NaN)
    const reader: LiveReader = { topics, scope: scopeOf(actor), session: { id, post }, ...streamOf(reply) }
    open(reply)
    const leave = await live.join(reader, Number.isSafeInteger(seen) && seen >= 0 ? seen : undefined)
    if (leave === undefined || reply.raw.destroyed) reply.raw.end()
    if (leave !== undefined) reply.raw.once('close', leave)
    if (leave !== undefined && reply.raw.destroyed) leave()
  })
}

function open(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    connection: 'close', // the stream's end is the connection's: a server that stops waits for nobody
  })
  reply.raw.write(`retry: ${reconnectMilliseconds}\n\n`)
}

function streamOf({ raw }: FastifyReply): Pick<LiveReader, 'write' | 'end'> {
  raw.on('error', () => undefined) // a reader that went away is told of by 'close'
  return {
    write: (text) => {
      raw.write(text)
      return raw.writableLength < mostUnsentBytes
    },
    end: () => raw.end(() => raw.destroy()),
  }
}

function topicsOf(text = ''): string[] {
  const topics = [...new Set(text.split(',').filter((topic) => topic !== ''))]
  if (topics.length === 0 || topics.length > 10 || !topics.every((topic) => /^[a-z][a-z0-9-]{0,30}$/.test(topic)))
    throw new Refused({ code: 'input.invalid', facts: {} }, [{ path: 'topics', message: '1 to 10 names, by commas' }])
  return topics
}
