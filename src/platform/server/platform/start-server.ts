import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Config, projectRoot } from '#platform/server/config/index.ts'
import { type Meters, serveMetrics } from '#platform/server/metrics/index.ts'
import { openTracing } from '#platform/server/tracing/index.ts'
import type { Platform } from './assemble.ts'
import { metersOf } from './platform-meters.ts'
import { readinessOf } from './readiness.ts'
import { type Serving, serveHttp } from './serve-http.ts'
import { startWork } from './start-work.ts'
import { version } from './version.ts'

/** Which of its two halves a process runs. */
export type Halves = { readonly serves: boolean; readonly works: boolean }

/** What of a platform runs in this process. */
export type Running = {
  /** Where people reach it; undefined in a worker. */
  readonly url: string | undefined
  /** Where Prometheus reads its figures, if it tells them. */
  readonly metrics: string | undefined
  stop(): Promise<void>
}

/** Serves a platform at one address, with its sealer and sweeper in the same process. */
export async function startServer(platform: Platform, config: Config, log: Logger): Promise<Serving> {
  const { url = '', stop } = await run(platform, config, log, { serves: true, works: true })
  return { url, stop }
}

/** Runs one half of a platform or both. Requests under way finish first, then the batches of the background. */
export async function run(platform: Platform, config: Config, log: Logger, halves: Halves): Promise<Running> {
  const tracing = await collectTraces(config)
  const meters = metersOf(platform)
  const pages = join(projectRoot, 'dist', 'web')
  const serving = halves.serves ? await serveHttp(platform, { ...config, pages, log, meters }) : undefined
  const work = halves.works ? startWork(platform, config, log, meters) : undefined
  const metrics = await tellFigures(platform, config, meters)
  return {
    url: serving?.url,
    metrics: metrics?.url,
    stop: async () => {
      await serving?.stop()
      await work?.stop()
      await metrics?.stop()
      await tracing?.stop()
    },
  }
}

async function collectTraces({ tracesUrl: url, tracesToken: token, tracesShare: share }: Config) {
  return url === undefined ? undefined : openTracing({ url, token, share, version })
}

async function tellFigures(platform: Platform, config: Config, meters: Meters) {
  if (config.metricsPort === undefined) return undefined
  const readiness = readinessOf(platform)
  const health = async () => {
    const body = await readiness()
    return { ready: body.readiness !== 'failing', body }
  }
  const { metricsHost: host, metricsPort: port, metricsToken: token } = config
  return serveMetrics({ meters, host, port, token, health })
}
