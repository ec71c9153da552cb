import { countDirectory } from '#platform/server/identity/index.ts'
import type { Platform } from './open-platform.ts'

/** How much of everything there is; scenarios add their own figures. */
export type Counts = Readonly<Record<string, number>>

/** Counts the county: its directory, the record, and what each scenario counts. */
export async function countAll({ services, scenarios }: Platform): Promise<Counts> {
  const { database, jurisdiction } = services
  const [directory, record] = await database.asSystem(jurisdiction, (tx) =>
    Promise.all([
      countDirectory(tx, jurisdiction),
      tx.query<{ entries: number }>('select count(*)::int as entries from journal.entry where jurisdiction_id = $1', [
        jurisdiction,
      ]),
    ]),
  )
  const own = await Promise.all(scenarios.map((scenario) => scenario.count?.(services) ?? {}))
  return Object.assign({ ...directory, journalEntries: record[0]?.entries ?? 0 }, ...own)
}
