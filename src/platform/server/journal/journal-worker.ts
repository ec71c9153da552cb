import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { type Loop, startLoop } from './loop.ts'
import { catchUp, type Projection } from './projection.ts'
import { type Sealing, sealOnce } from './sealer.ts'

/** What the journal's background work needs. */
export type JournalWork = Sealing & {
  readonly database: Database
  readonly jurisdictions: readonly JurisdictionId[]
  readonly projections?: readonly Projection[]
  readonly onError: (error: unknown) => void
}

const pace = { busyMilliseconds: 20, idleMilliseconds: 320 }

/** Seals what is written and lets the projections follow, until stopped. Any number of processes may run it. */
export function startJournal(work: JournalWork): Loop {
  return startLoop(() => turnOf(work), pace, work.onError)
}

async function turnOf(work: JournalWork): Promise<boolean> {
  let found = 0
  for (const jurisdiction of work.jurisdictions) {
    found += (await sealOnce(work.database, jurisdiction, work))?.sealed ?? 0
    for (const projection of work.projections ?? []) found += await catchUp(work.database, jurisdiction, projection)
  }
  return found > 0
}

/** Seals until nothing is left that can be sealed now; answers the size of the tree. For tests, imports and shutdown. */
export async function sealAll(database: Database, jurisdiction: JurisdictionId, sealing: Sealing): Promise<number> {
  for (;;) {
    const sealed = await sealOnce(database, jurisdiction, sealing)
    if (sealed && !sealed.isMore) return sealed.size
  }
}
