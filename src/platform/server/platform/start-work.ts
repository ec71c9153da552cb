import type { Logger } from 'pino'
import { startJournal } from '#platform/server/journal/index.ts'
import type { Meters } from '#platform/server/metrics/index.ts'
import type { Platform } from './open-platform.ts'
import { projectionsOf } from './projections.ts'
import { startSweeper, sweepsOf } from './sweeper.ts'

/** What runs in the background; `stop` waits for the batches that are under way. */
export type Work = { stop(): Promise<void> }

/** Starts the sealer, the projections and the sweeps of a platform. Any number of processes may do so. */
export function startWork(platform: Platform, log: Logger, _meters: Meters): Work {
  const { services, signer, scenarios } = platform
  const { database, jurisdiction, clock } = services
  const onError = (error: unknown) => log.error({ err: error }, 'background work failed')
  const projections = projectionsOf(scenarios)
  const journal = startJournal({ database, jurisdictions: [jurisdiction], clock, signer, projections, onError })
  const sweeper = startSweeper(sweepsOf(services, scenarios), clock, onError)
  return { stop: async () => void (await Promise.all([sweeper.stop(), journal.stop()])) }
}
