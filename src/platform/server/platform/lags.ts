import {
  type JournalProgress,
  listProgress,
  type SealingStatus,
  sealingStatus,
} from '#platform/server/journal/index.ts'
import type { Platform } from './assemble.ts'
import { projectionsOf } from './projections.ts'
import { sweepsOf } from './sweeper.ts'

/** How far what runs in the background is behind what has happened. */
export type Lags = {
  readonly sealing: SealingStatus
  /** The oldest thing that is due in each sweep and has not been recorded. */
  readonly sweeps: readonly { readonly name: string; readonly oldestDue: Date | undefined }[]
  readonly projections: readonly JournalProgress[]
}

/** Reads how far the sealer, the sweeps and the projections are behind; a few indexed queries. */
export async function readLags(platform: Pick<Platform, 'services' | 'scenarios'>): Promise<Lags> {
  const { services, scenarios } = platform
  const { database, jurisdiction, clock } = services
  const projections = projectionsOf(scenarios)
  const timed = sweepsOf(services, scenarios).filter((sweep) => sweep.oldestDue !== undefined)
  const [sealing, progress, dues] = await Promise.all([
    database.asSystem(jurisdiction, (tx) => sealingStatus(tx, jurisdiction)),
    database.asSystem(jurisdiction, (tx) => listProgress(tx, jurisdiction, projections)),
    Promise.all(timed.map(({ oldestDue }) => oldestDue?.())),
  ])
  const now = clock.now()
  const sweeps = timed.map(({ name }, index) => ({ name, oldestDue: earlierThan(dues[index], now) }))
  return { sealing, sweeps, projections: progress }
}

/** Seconds from an instant until now; 0 where there is none or it is yet to come. */
export function secondsSince(then: Date | undefined, now: Date): number {
  return then === undefined ? 0 : Math.max(0, (now.getTime() - then.getTime()) / 1000)
}

function earlierThan(due: Date | undefined, now: Date): Date | undefined {
  return due !== undefined && due <= now ? due : undefined
}
