import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refused } from './refused.ts'

const year = 31_536_000

/** Serves the built pages: assets by their hashed names for ever, the one page for every other address that a browser opens. */
export async function mountPages(host: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) return
  await host.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/')
      reply.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache')
    },
  })
  host.get('/*', (request, reply) => {
    const isPage = !request.url.startsWith('/api/') && !/\.\w{1,8}$/.test(request.url.split('?')[0] ?? '')
    if (!isPage) throw new Refused({ code: 'route.unknown', facts: {} })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
