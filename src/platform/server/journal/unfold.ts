import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { SealedEntry } from './entry-row.ts'
import { type Member, membersOf } from './together.ts'
import { listAbouts } from './unfold-store.ts'

/** Entries with those that tell of many things unfolded: one for each member, or for each of the streams that are wanted. */
export async function unfold<Entry extends Omit<SealedEntry, 'position'>>(
  tx: Transaction,
  jurisdiction: string,
  entries: readonly Entry[],
  wanted?: ReadonlySet<string>,
): Promise<Entry[]> {
  const found = entries.map((entry) => told(entry, wanted))
  const members = found.flatMap((one) => one?.members ?? [])
  if (members.length === 0) return entries.filter((_, index) => found[index] === undefined)
  const abouts = (await listAbouts(tx, jurisdiction, members)).values()
  return entries.flatMap((entry, index) => {
    const one = found[index]
    if (one === undefined) return [entry]
    return one.members.map(({ member, stream, version, at }) => {
      const about = abouts.next().value
      return { ...entry, member, stream, version, at, payload: about && { ...one.facts, about } }
    })
  })
}

function told(
  entry: Omit<SealedEntry, 'position'>,
  wanted: ReadonlySet<string> | undefined,
): { readonly facts: JsonObject; readonly members: readonly (Member & { readonly member: number })[] } | undefined {
  const all = membersOf(entry)
  if (all === undefined) return undefined
  const numbered = all.members.map((one, member) => ({ ...one, member }))
  return { facts: all.facts, members: wanted ? numbered.filter(({ stream }) => wanted.has(stream)) : numbered }
}
