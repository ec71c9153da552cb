import type { Transaction } from '#platform/server/database/index.ts'
import { readCursors } from './projection-store.ts'

/** How far a projection is behind what is sealed, in positions; one whose code is newer than its rows begins anew. */
export type JournalProgress = { readonly name: string; readonly behind: number; readonly isStale: boolean }

/** How far each projection has come. */
export async function listProgress(
  tx: Transaction,
  jurisdiction: string,
  projections: readonly { readonly name: string; readonly version: number }[],
): Promise<JournalProgress[]> {
  const { size, cursors } = await readCursors(tx, jurisdiction)
  return projections.map(({ name, version }) => {
    const cursor = cursors.get(name)
    const isStale = cursor?.version !== version
    return { name, isStale, behind: isStale ? size : size - cursor.position }
  })
}
