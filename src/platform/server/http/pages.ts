import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refused } from './refused.ts'

/**
 * Serves the built pages: assets by their hashed names for ever, the one page for every other address that a browser opens. Files
 * are looked up when asked for, so that pages that are built anew below a running platform are served at once.
 */
export async function mountPages(host: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) return
  await host.register(fastifyStatic, { root: folder, serve: false, cacheControl: false })
  await host.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    maxAge: '1y',
    immutable: true,
  })
  host.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (path.startsWith('/api/')) throw new Refused({ code: 'route.unknown', facts: {} })
    const isFile = /^\/[\w-]+\.\w{1,8}$/.test(path)
    return reply.header('cache-control', 'no-cache').sendFile(isFile ? path.slice(1) : 'index.html')
  })
}
