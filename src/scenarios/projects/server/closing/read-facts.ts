import type { Transaction } from '#platform/server/database/index.ts'
import type { NodeRow } from '#platform/server/plans/index.ts'
import { closingFacts, type Evaluated, type GivenLamp } from '../../domain/closing-facts.ts'
import { listHappenings } from './evaluation-store.ts'

/** What the record says of the units and people of a project, as its nodes stand. */
export async function readFacts(
  tx: Transaction,
  jurisdiction: string,
  plan: string,
  rows: readonly NodeRow[],
): Promise<Evaluated[]> {
  const happenings = await listHappenings(tx, jurisdiction, plan)
  const returned = new Map<string, number>()
  for (const { kind, node } of happenings)
    if (kind === 'plans.node.returned') returned.set(node, (returned.get(node) ?? 0) + 1)
  const nodes = rows
    .filter((row) => row.leaf)
    .map(({ id, organisation, person, submitted_at: submitted, deadline }) => ({
      ...{ id, organisation, person },
      isOnTime: submitted !== null && submitted <= deadline,
    }))
  const lamps = happenings.flatMap(({ kind, organisation, person, lamp }): GivenLamp[] =>
    kind === 'plans.lamp.given' && organisation !== null
      ? [{ organisation, person, lamp: lamp as GivenLamp['lamp'] }]
      : [],
  )
  return closingFacts(nodes, lamps, returned)
}
