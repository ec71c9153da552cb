import type { CountyProgress } from '#platform/server/scenario/index.ts'
import type { Platform } from './assemble.ts'
import { ping } from './health-store.ts'
import { countyProgress } from './play-county.ts'
import { version } from './version.ts'

/** Whether the platform can do its work: `ok` where the database answers. */
export type Health = {
  readonly status: 'ok' | 'failing'
  readonly version: string
  readonly database: 'ok' | 'unreachable'
  /** Of a demonstration county that is still being played: how many of its projects have been. */
  readonly demonstration?: CountyProgress
}

/** Asks the database; an unreachable one is told, not thrown. */
export async function healthOf(platform: Pick<Platform, 'database' | 'services' | 'scenarios'>): Promise<Health> {
  try {
    await platform.database.asSystem(platform.services.jurisdiction, ping)
    const progress = await countyProgress(platform)
    const isPlaying = progress !== undefined && progress.played < progress.of
    return { status: 'ok', version, database: 'ok', ...(isPlaying ? { demonstration: progress } : {}) }
  } catch {
    return { status: 'failing', version, database: 'unreachable' }
  }
}
