import type { Logger } from 'pino'
import type { Config } from '#platform/server/config/index.ts'
import { startDataHub } from '#platform/server/data-hub/index.ts'
import { type DeliveryParts, openPlaces, startDeliveries } from '#platform/server/deliveries/index.ts'
import { startJournal } from '#platform/server/journal/index.ts'
import type { Meters } from '#platform/server/metrics/index.ts'
import type { Platform } from './assemble.ts'
import { projectionsOf } from './projections.ts'
import { startSweeper, sweepsOf } from './sweeper.ts'

/** What runs in the background; `stop` waits for the batches that are under way. */
export type Work = { stop(): Promise<void> }

/** Starts the sealer, the projections, the sweeps, the outward deliveries and the look-ups that wait. Any number of processes may do so. */
export function startWork(platform: Platform, { data }: Pick<Config, 'data'>, log: Logger, meters: Meters): Work {
  const { services, signer, scenarios } = platform
  const { database, jurisdiction, clock } = services
  const onError = (error: unknown) => log.error({ err: error }, 'background work failed')
  const projections = projectionsOf(scenarios)
  const journal = startJournal({ database, jurisdictions: [jurisdiction], clock, signer, projections, onError })
  const sweeper = startSweeper(sweepsOf(services, scenarios), clock, onError)
  const deliveries = startDeliveries(
    { services, placeOf: openPlaces(data, services.county.demo), told: tellerOf(log, meters) },
    onError,
  )
  const hub = startDataHub(services, onError)
  const all = [sweeper, journal, deliveries, hub]
  return { stop: async () => void (await Promise.all(all.map((one) => one.stop()))) }
}

/** Counts every attempt; what is dead is told, by its id. */
function tellerOf(log: Logger, meters: Meters): DeliveryParts['told'] {
  return (attempt) => {
    meters.delivered(attempt.channel, attempt.ended)
    if (attempt.ended === 'dead') log.warn(attempt, 'a message could not be delivered')
  }
}
