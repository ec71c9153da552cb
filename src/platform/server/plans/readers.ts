import type { Statement } from '#platform/server/commands/index.ts'
import type { PlanRow } from './plan-store.ts'

/** Who may read a confidential plan once these units take part in it too; who took part once goes on reading it. */
export function readersWith(
  { confidential, readers }: PlanRow,
  nodes: readonly { readonly organisation: string }[],
): PlanRow['readers'] {
  if (!confidential || readers === null) return readers
  return [...new Set([...readers, ...nodes.map((node) => node.organisation)])].sort()
}

/** Lets the nodes of a plan be read by whoever may read the plan; nothing where nobody came to it. */
export function widenReaders(jurisdiction: string, before: PlanRow, after: PlanRow): Statement[] {
  if (after.readers === null || before.readers?.length === after.readers.length) return []
  return [
    {
      name: 'plans.widen-readers',
      text: 'update plans.node set readers = $3 where jurisdiction_id = $1 and plan_id = $2',
      values: [jurisdiction, after.id, after.readers],
    },
  ]
}
