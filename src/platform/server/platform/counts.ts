import { countDirectory } from '#platform/server/identity/index.ts'
import { countEntries } from './health-store.ts'
import type { Platform } from './open-platform.ts'

/** How much of everything there is; scenarios add their own figures. */
export type Counts = Readonly<Record<string, number>>

/** Counts the county: its directory, the record, and what each scenario counts. */
export async function countAll({ services, scenarios, door }: Platform): Promise<Counts> {
  const { database, jurisdiction } = services
  const [directory, journalEntries] = await database.asSystem(jurisdiction, (tx) =>
    Promise.all([countDirectory(tx, jurisdiction), countEntries(tx, jurisdiction)]),
  )
  const own = await Promise.all(scenarios.map((scenario) => scenario.count?.(services) ?? {}))
  return Object.assign({ ...directory, mobileUsers: await door.countAccounts(), journalEntries }, ...own)
}
