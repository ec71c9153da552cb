import { setTimeout } from 'node:timers/promises'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { type Loop, startLoop } from '#platform/server/loop/index.ts'
import { catchUp, listBehind, type Projection } from './projection.ts'
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
    const behind = await listBehind(work.database, jurisdiction, work.projections ?? [])
    for (const projection of behind) found += await catchUp(work.database, jurisdiction, projection)
  }
  return found > 0
}

/**
 * Seals all that has been committed by now and answers the size of the tree; waits for transactions that began before, for they
 * may have written. Throws after `patienceMilliseconds` where one of them stays open. For tests, imports and shutdown.
 */
export async function sealAll(
  database: Database,
  jurisdiction: JurisdictionId,
  sealing: Sealing,
  patienceMilliseconds = 10_000,
): Promise<number> {
  const deadline = performance.now() + patienceMilliseconds
  let ceiling: bigint | undefined
  while (performance.now() < deadline) {
    const sealed = await sealOnce(database, jurisdiction, sealing)
    ceiling ??= sealed?.ceiling
    if (sealed && ceiling !== undefined && sealed.horizon >= ceiling && !sealed.isMore) return sealed.size
    if (!sealed?.isMore) await setTimeout(2)
  }
  throw new Error(
    'a transaction has stayed open for long; what was written since cannot be sealed (see pg_stat_activity)',
  )
}
