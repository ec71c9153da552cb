import type { Transaction } from '#platform/server/database/index.ts'
import { listStories } from '#platform/server/journal/index.ts'
import { type PlanRow, planStream } from '#platform/server/plans/index.ts'

/** Why a plan stands still, in the words of whoever paused it; nothing where it does not. */
export async function readPauseReason(
  tx: Transaction,
  jurisdiction: string,
  plan: Pick<PlanRow, 'id' | 'state'> | undefined,
): Promise<string | null> {
  if (plan?.state !== 'paused') return null
  const story = await listStories(tx, jurisdiction, [planStream(plan.id)])
  const reason = story.findLast(({ kind }) => kind === 'plans.plan.paused')?.payload?.reason
  return typeof reason === 'string' ? reason : null
}
