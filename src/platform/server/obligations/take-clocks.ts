import type { Transaction } from '#platform/server/database/index.ts'
import { mostMembers } from '#platform/server/journal/index.ts'
import { type DueClock, listRunning, lockDueClocks, type Running } from './clock-store.ts'

/** Clocks that a transaction holds, and what runs by them. */
export type TakenClocks = { readonly clocks: readonly DueClock[]; readonly running: readonly Running[] }

/**
 * Thousands may run by a shared clock, or one. A sweep takes few, so that others may work at the same instant beside it, and more as long as
 * little runs by them.
 */
const sharedAtOnce = [4, 64]

/** Takes clocks that have something to pass by `now`, earliest first. */
export async function takeDueClocks(
  tx: Transaction,
  jurisdiction: string,
  now: Date,
  limit: number,
): Promise<TakenClocks> {
  const runningBy = async (clocks: readonly DueClock[]) => {
    if (clocks.length === 0) return []
    const ids = clocks.map(({ id }) => id)
    const running = await listRunning(tx, jurisdiction, ids)
    return running.flatMap((one) => inPieces(one, mostMembers))
  }
  const takeShared = async ([most = limit, ...more]: readonly number[]): Promise<TakenClocks> => {
    const clocks = await lockDueClocks(tx, jurisdiction, { now, shared: true, limit: Math.min(most, limit) })
    const running = await runningBy(clocks)
    const enough = running.reduce((sum, { count }) => sum + count, 0) >= mostMembers
    return enough || clocks.length < most || most >= limit ? { clocks, running } : takeShared(more)
  }
  const takeAlone = async (): Promise<TakenClocks> => {
    const clocks = await lockDueClocks(tx, jurisdiction, { now, shared: false, limit })
    return { clocks, running: await runningBy(clocks) }
  }
  const [shared, alone] = await Promise.all([takeShared(sharedAtOnce), takeAlone()])
  return { clocks: [...shared.clocks, ...alone.clocks], running: [...shared.running, ...alone.running] }
}

const between = '],['

/** What runs by one clock, in pieces of so many at most. */
export function inPieces(running: Running, most: number): readonly Running[] {
  const pieces: Running[] = []
  for (let [rest, count] = [running.members, running.count]; ; ) {
    if (count <= most) return [...pieces, { ...running, count, members: rest }]
    const cut = endOfMember(rest, most)
    pieces.push({ ...running, count: most, members: `${rest.slice(0, cut)}]]` })
    rest = `[[${rest.slice(cut + between.length)}`
    count -= most
  }
}

/** Where the text of the `n`th member ends. */
function endOfMember(members: string, n: number): number {
  let at = 0
  for (let member = 0; member < n; member += 1) at = members.indexOf(between, at + 1)
  return at
}
