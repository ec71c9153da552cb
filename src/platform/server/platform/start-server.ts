import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Config, projectRoot } from '#platform/server/config/index.ts'
import { createHost, openApiDocument } from '#platform/server/http/index.ts'
import { startJournal } from '#platform/server/journal/index.ts'
import { contractOf, routerOf } from './contract.ts'
import { healthOf } from './health.ts'
import type { Platform } from './open-platform.ts'
import { projectionsOf } from './projections.ts'
import { startSweeper, sweepsOf } from './sweeper.ts'
import { version } from './version.ts'

/** A platform that serves. */
export type Serving = { readonly url: string; stop(): Promise<void> }

const usualPort = 8080

/** Serves a platform at one address, with its sealer and sweeper in the same process. */
export async function startServer(platform: Platform, config: Config, log: Logger): Promise<Serving> {
  const { services, door, refusals, signer, scenarios } = platform
  const { database, jurisdiction, clock } = services
  const projections = projectionsOf(scenarios)
  const host = await createHost({
    ...services,
    projections: projections.map(({ name }) => name),
    door,
    refusals,
    router: routerOf(platform, config.secureCookies),
    openApi: await openApiDocument(contractOf(scenarios), version),
    health: () => healthOf(platform),
    pages: join(projectRoot, 'dist', 'web'),
    log,
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy,
  })
  const port = config.port ?? ((await isFree(usualPort, config.host)) ? usualPort : 0)
  await host.listen({ port, host: config.host })
  const onError = (error: unknown) => log.error({ err: error }, 'background work failed')
  const journal = startJournal({ database, jurisdictions: [jurisdiction], clock, signer, projections, onError })
  const sweeper = startSweeper(sweepsOf(services, scenarios), clock, onError)
  const address = host.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${bound}`,
    stop: async () => {
      await host.close()
      await Promise.all([sweeper.stop(), journal.stop()])
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
