import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Config, projectRoot } from '#platform/server/config/index.ts'
import { createHost, openApiDocument } from '#platform/server/http/index.ts'
import type { Meters } from '#platform/server/metrics/index.ts'
import { contractOf, routerOf } from './contract.ts'
import { healthOf } from './health.ts'
import type { Platform } from './open-platform.ts'
import { projectionsOf } from './projections.ts'
import { readinessOf } from './readiness.ts'
import { version } from './version.ts'

/** An address that answers; `stop` lets requests under way finish, for half a minute at most. */
export type Serving = { readonly url: string; stop(): Promise<void> }

const usualPort = 8080
const patienceMilliseconds = 30_000

/** Serves a platform at one address. */
export async function serveHttp(platform: Platform, config: Config, log: Logger, meters: Meters): Promise<Serving> {
  const { services, door, refusals, scenarios, singleSignOn } = platform
  const readiness = readinessOf(platform)
  const host = await createHost({
    ...services,
    projections: projectionsOf(scenarios).map(({ name }) => name),
    door,
    refusals,
    router: routerOf(platform, config.secureCookies),
    openApi: await openApiDocument(contractOf(scenarios), version),
    health: async () => ({ ...(await healthOf(platform)), ...(await readiness()) }),
    pages: join(projectRoot, 'dist', 'web'),
    log,
    meters,
    singleSignOn,
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy,
  })
  const port = config.port ?? ((await isFree(usualPort, config.host)) ? usualPort : 0)
  await host.listen({ port, host: config.host })
  const address = host.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${bound}`,
    stop: async () => {
      const impatience = setTimeout(() => host.server.closeAllConnections(), patienceMilliseconds)
      await host.close()
      clearTimeout(impatience)
    },
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
