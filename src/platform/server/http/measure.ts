import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { LiveHub } from '#platform/server/live/index.ts'
import type { Meters } from '#platform/server/metrics/index.ts'

const templates = new WeakMap<FastifyRequest, string>()

/** Says under which template a request is counted, where the framework's own knows less. */
export function nameRoute(request: FastifyRequest, template: string): void {
  templates.set(request, template)
}

/** Counts answers by route, and the open streams. A stream's length is its reader's affair and is not timed. */
export function measure(host: FastifyInstance, meters: Meters, live: LiveHub): void {
  host.addHook('onResponse', async (request, reply) => {
    const route = templates.get(request) ?? request.routeOptions.url ?? 'unknown'
    if (route === '/api/live') return
    meters.answered({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
  })
  meters.gauge({
    name: 'xianqu_live_streams',
    help: 'Open event streams',
    read: () => [{ value: live.readers }],
  })
}
