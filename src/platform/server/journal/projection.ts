import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database, Transaction } from '#platform/server/database/index.ts'
import type { SealedEntry } from './entry-row.ts'
import { listSealed, lockCursor, readCursors, saveCursor } from './projection-store.ts'

/**
 * Figures, lists or notices derived from the record, which can be thrown away and made again. It reads and writes only
 * tables of its own, never state.
 */
export type Projection = {
  /** Stable: `projects.plates`. */
  readonly name: string
  /** Raise it when the same entries would give other rows: the projection is then made anew by itself. */
  readonly version: number
  /** The kinds that it wants; all where left out. */
  readonly kinds?: readonly string[]
  /** Empties its tables for the jurisdiction of the transaction. */
  reset(tx: Transaction): Promise<void>
  /**
   * Handles entries in the order of positions, each exactly once in what is committed. Two entries of one stream may come in
   * the other order than their versions, where their transactions overlapped: fold by version.
   */
  handle(tx: Transaction, entries: readonly SealedEntry[]): Promise<void>
}

/** Declares a projection. @example `defineProjection({ name: 'projects.plates', version: 1, reset, handle })` */
export function defineProjection(projection: Projection): Projection {
  return projection
}

/** How far a projection has come; `isMore` where sealed entries wait. Undefined where another process is at it. */
export type Advance = { readonly position: number; readonly handled: number; readonly isMore: boolean }

const positionsPerStep = 1000

/** One step of a projection: up to 1,000 positions and the cursor, in one transaction. */
export async function advanceProjection(
  database: Database,
  jurisdiction: JurisdictionId,
  projection: Projection,
): Promise<Advance | undefined> {
  return await database.asSystem(jurisdiction, (tx) => advanceIn(tx, jurisdiction, projection))
}

/** Throws a projection's rows away and makes them again from the first entry; answers how many entries it handled. */
export async function rebuildProjection(
  database: Database,
  jurisdiction: JurisdictionId,
  projection: Projection,
): Promise<number> {
  await database.asSystem(jurisdiction, async (tx) => {
    await lockCursor(tx, jurisdiction, projection, 'wait')
    await startAnew(tx, jurisdiction, projection)
  })
  return await catchUp(database, jurisdiction, projection)
}

/** Advances a projection until it has handled all that is sealed; answers how many entries it handled. */
export async function catchUp(
  database: Database,
  jurisdiction: JurisdictionId,
  projection: Projection,
): Promise<number> {
  let handled = 0
  for (;;) {
    const advance = await advanceProjection(database, jurisdiction, projection)
    handled += advance?.handled ?? 0
    if (!advance?.isMore) return handled
  }
}

/** The projections that sealed entries wait for, or whose code is of another version than their rows. */
export async function listBehind(
  database: Database,
  jurisdiction: JurisdictionId,
  projections: readonly Projection[],
): Promise<readonly Projection[]> {
  const { size, cursors } = await database.asSystem(jurisdiction, (tx) => readCursors(tx, jurisdiction))
  return projections.filter(({ name, version }) => {
    const cursor = cursors.get(name)
    return cursor?.version !== version || cursor.position < size
  })
}

async function advanceIn(
  tx: Transaction,
  jurisdiction: JurisdictionId,
  projection: Projection,
): Promise<Advance | undefined> {
  const cursor = await lockCursor(tx, jurisdiction, projection, 'skip')
  if (cursor === undefined) return undefined
  const isStale = cursor.version !== projection.version
  if (isStale) await startAnew(tx, jurisdiction, projection)
  const from = isStale ? 0 : cursor.position
  const upTo = Math.min(cursor.size, from + positionsPerStep)
  if (upTo === from) return { position: from, handled: 0, isMore: false }
  const entries = await listSealed(tx, jurisdiction, from, upTo, projection.kinds)
  if (entries.length > 0) await projection.handle(tx, entries)
  await saveCursor(tx, jurisdiction, projection, upTo)
  return { position: upTo, handled: entries.length, isMore: upTo < cursor.size }
}

async function startAnew(tx: Transaction, jurisdiction: JurisdictionId, projection: Projection): Promise<void> {
  await projection.reset(tx)
  await saveCursor(tx, jurisdiction, projection, 0)
}
