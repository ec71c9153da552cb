import { countDirectory } from '#platform/server/identity/index.ts'
import type { Platform } from './assemble.ts'
import { countEntries } from './health-store.ts'
import { countyProgress } from './play-county.ts'

/** How much of everything there is; scenarios add their own figures. */
export type Counts = Readonly<Record<string, number>>

/** Counts the county: its directory, the record, and what each scenario counts. */
export async function countAll(platform: Platform): Promise<Counts> {
  const { services, scenarios, door } = platform
  const { database, jurisdiction } = services
  const [directory, journalEntries] = await database.asSystem(jurisdiction, (tx) =>
    Promise.all([countDirectory(tx, jurisdiction), countEntries(tx, jurisdiction)]),
  )
  const progress = await countyProgress(platform)
  const demonstration = progress && { demonstrationPlayed: progress.played, demonstrationProjects: progress.of }
  const own = await Promise.all(scenarios.map((scenario) => scenario.count?.(services) ?? {}))
  return Object.assign(
    { ...directory, mobileUsers: await door.countAccounts(), journalEntries, ...demonstration },
    ...own,
  )
}
