import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { handOverLeaves, handOverNodes, recordNodes } from '#platform/server/plans/index.ts'
import { listColleagues, listHeldNodes } from '../hand-over-store.ts'
import { readOwed, recordedBy } from './plan-in-hand.ts'

/** Hands all open nodes of a person in a unit over to another person of it, with what is owed for them. */
export async function handOverPerson(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly unit: string; readonly from: string; readonly to: string; readonly reason: string },
): Promise<Result<Decision<{ nodes: string[]; entry: string | null }>>> {
  const { jurisdiction } = call.actor
  assertMayHandOver(call, input.unit)
  if (input.from === input.to) return refuse('projects.hand-over.same')
  const [held, colleagues, names] = await Promise.all([
    listHeldNodes(tx, jurisdiction, { unit: input.unit, person: input.from }),
    listColleagues(tx, jurisdiction, [input.unit], call.now),
    findNames(tx, jurisdiction, { people: [input.from, input.to] }),
  ])
  if (!colleagues.some(({ person }) => person === input.to))
    return refuse('projects.hand-over.not-in-unit', { person: names.person(input.to) })
  if (held.length === 0) return refuse('projects.hand-over.nothing', { person: names.person(input.from) })
  const owedFor = await readOwed(
    tx,
    call,
    held.map(({ row }) => row),
  )
  const place = { rules, now: call.now.getTime(), payload: { reason: input.reason }, owedFor }
  const nodes = recordNodes(recordedBy(call), rules, handOverLeaves(place, held, input.to))
  const ids = held.map(({ row }) => row.id)
  const entry = nodes.entries.find(({ kind }) => kind === 'plans.node.handed-over')?.id ?? null
  return ok({
    answer: { nodes: ids, entry },
    entries: nodes.entries,
    writes: [...nodes.writes, handOverNodes(jurisdiction, ids, input.to)],
  })
}

/** Refuses a post that does not reach the unit. */
export function assertMayHandOver({ actor }: Pick<CommandCall, 'actor'>, unit: string): void {
  const permission = 'projects.hand-over'
  if (!permits(actor, permission, { organisation: unit as OrganisationId })) refused('permission.reach', { permission })
}
