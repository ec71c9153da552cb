import { createServer } from 'node:net'
import type { Logger } from 'pino'
import { createHost, openApiDocument } from '#platform/server/http/index.ts'
import type { Meters } from '#platform/server/metrics/index.ts'
import type { Platform } from './assemble.ts'
import { closerOf } from './close-server.ts'
import { contractOf, routerOf } from './contract.ts'
import { healthOf } from './health.ts'
import { projectionsOf } from './projections.ts'
import { readinessOf } from './readiness.ts'
import { version } from './version.ts'

/** An address that answers; `stop` lets requests under way finish, for half a minute at most. */
export type Serving = { readonly url: string; stop(): Promise<void> }

/** How a platform is served. */
export type ServeOptions = {
  /** 0 for any free one; where it is left out, 8080 or, where that is taken, a free one. */
  readonly port?: number | undefined
  readonly host: string
  readonly secureCookies: boolean
  readonly proxies: number
  /** The folder of built pages; none serves the API alone. */
  readonly pages: string | undefined
  readonly log: Logger
  readonly meters?: Meters | undefined
}

const usualPort = 8080

/** Serves a platform at one address. */
export async function serveHttp(platform: Platform, options: ServeOptions): Promise<Serving> {
  const { services, door, residents, refusals, scenarios, singleSignOn } = platform
  const readiness = readinessOf(platform)
  const server = await createHost({
    ...services,
    ...options,
    ...{ door, residents, refusals, singleSignOn },
    projections: projectionsOf(scenarios).map(({ name }) => name),
    router: routerOf(platform, options.secureCookies),
    openApi: await openApiDocument(contractOf(scenarios), version),
    health: async () => ({ ...(await healthOf(platform)), ...(await readiness()) }),
  })
  const close = closerOf(server)
  const { host, port = (await isFree(usualPort, host)) ? usualPort : 0 } = options
  await server.listen({ port, host })
  const address = server.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${bound}`, stop: close }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
