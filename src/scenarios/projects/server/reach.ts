import { type Actor, permits, reach } from '#platform/kernel/actor.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import { refused } from '#platform/server/http/index.ts'
import type { NodeInPlan, PlanRow } from '#platform/server/plans/index.ts'

/** How far a post reads: everything, or what its organisations or its person take part in. */
export type ReadReach = { readonly all: boolean; readonly organisations: readonly string[]; readonly person: string }

/** The reach of `projects.read` in the shape that queries take. */
export function readReach(actor: Actor): ReadReach {
  const organisations = reach(actor, 'projects.read')
  return {
    all: organisations === 'all',
    organisations: organisations === 'all' ? [] : organisations,
    person: actor.person,
  }
}

/** Refuses a report on a node that is not the actor's to report on. */
export function assertMayReport(actor: Actor, { node }: NodeInPlan): void {
  if (!mayReport(actor, { node })) refused('permission.reach', { permission: 'projects.report' })
}

/** Refuses an acceptance by a post that does not reach the plan's lead unit. */
export function assertMayAccept(actor: Actor, plan: PlanRow): void {
  if (!mayAccept(actor, plan)) refused('permission.reach', { permission: 'projects.accept' })
}

/** Whether the post leads for the plan's lead unit: edits, starts, changes, closes. */
export function mayLead(actor: Actor, plan: Pick<PlanRow, 'lead_organisation'>): boolean {
  return permits(actor, 'projects.lead', { organisation: plan.lead_organisation as OrganisationId })
}

/** Whether the post accepts for the plan's lead unit. */
export function mayAccept(actor: Actor, plan: Pick<PlanRow, 'lead_organisation'>): boolean {
  return permits(actor, 'projects.accept', { organisation: plan.lead_organisation as OrganisationId })
}

/** Whether the post may report on the node; one without a named person is its whole unit's. */
export function mayReport(actor: Actor, { node }: Pick<NodeInPlan, 'node'>): boolean {
  if (!actor.permissions.has('projects.report')) return false
  if (node.person === null && node.organisation === actor.organisation) return true
  const target = {
    person: (node.person as PersonId | null) ?? undefined,
    organisation: node.organisation as OrganisationId,
  }
  return permits(actor, 'projects.report', target)
}

/** Whether the post answers an objection: for the unit that owes it, by the right to accept there or as its supervisor. */
export function mayAnswer(actor: Actor, { acceptor }: { readonly acceptor: string }): boolean {
  const organisation = acceptor as OrganisationId
  if (permits(actor, 'projects.accept', { organisation })) return true
  return actor.organisation === organisation && actor.permissions.has('obligations.supervise')
}
