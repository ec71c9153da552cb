import { ping } from './health-store.ts'
import type { Platform } from './open-platform.ts'
import { version } from './version.ts'

/** Whether the platform can do its work: `ok` where the database answers. */
export type Health = {
  readonly status: 'ok' | 'failing'
  readonly version: string
  readonly database: 'ok' | 'unreachable'
}

/** Asks the database; an unreachable one is told, not thrown. */
export async function healthOf({ database, services }: Pick<Platform, 'database' | 'services'>): Promise<Health> {
  try {
    await database.asSystem(services.jurisdiction, ping)
    return { status: 'ok', version, database: 'ok' }
  } catch {
    return { status: 'failing', version, database: 'unreachable' }
  }
}
