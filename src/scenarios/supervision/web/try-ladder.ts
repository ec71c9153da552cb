import { newIdempotencyKey } from '#platform/web/api/idempotency-key.ts'
import { api } from './api.ts'

/** What a trial found, so far or in all. */
export type TrialFound = Awaited<ReturnType<typeof api.tryLadder.call>>
type Proposed = Omit<Parameters<typeof api.tryLadder.call>[0], 'after'>

const shown = 500

/** Tries limits on the whole year, stretch by stretch; `tell` hears how many have been tried. */
export async function tryLadder(proposed: Proposed, tell: (tried: number) => void): Promise<TrialFound> {
  const ask = (after?: string) =>
    api.tryLadder.call({ ...proposed, ...(after && { after }) }, { context: { idempotencyKey: newIdempotencyKey() } })
  let all = await ask()
  while (all.next !== null) {
    tell(all.tried)
    all = together(all, await ask(all.next))
  }
  return all
}

/** Two stretches as one. */
function together(one: TrialFound, other: TrialFound): TrialFound {
  const most = one.levels.length >= other.levels.length ? one.levels : other.levels
  const count = (levels: TrialFound['levels'], at: number, side: 'before' | 'after') => levels[at]?.[side] ?? 0
  return {
    ...other,
    tried: one.tried + other.tried,
    different: one.different + other.different,
    levels: most.map((level, at) => ({
      ...level,
      before: count(one.levels, at, 'before') + count(other.levels, at, 'before'),
      after: count(one.levels, at, 'after') + count(other.levels, at, 'after'),
    })),
    list: [...one.list, ...other.list].slice(0, shown),
  }
}
