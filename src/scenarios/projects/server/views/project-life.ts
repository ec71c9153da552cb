import { type Actor, permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { PlanRow } from '#platform/server/plans/index.ts'
import type { ProjectDetail } from '../../contract/views.ts'

/** Where a project stands in its life, and what the post may do about it. */
export function lifeOf(
  actor: Actor,
  plan: PlanRow & { readonly nodes: number; readonly done: number },
  names: Names,
): Pick<ProjectDetail, 'version' | 'pausedSince' | 'startProposedBy' | 'may'> {
  const lead = { organisation: plan.lead_organisation as OrganisationId }
  const leads = permits(actor, 'projects.lead', lead)
  const { state, proposed_by: proposedBy } = plan
  const isProposed = state === 'proposed'
  return {
    version: plan.version,
    pausedSince: plan.paused_at?.toISOString() ?? null,
    startProposedBy: isProposed && proposedBy !== null ? names.person(proposedBy) : null,
    may: {
      start: leads && state === 'draft',
      decideStart: isProposed && proposedBy !== actor.person && permits(actor, 'projects.approve', lead),
      edit: leads && state === 'draft',
      change: leads && state === 'running',
      pause: leads && state === 'running',
      resume: leads && state === 'paused',
      close: leads && state === 'running' && plan.done === plan.nodes,
      archive: leads && state === 'closed',
    },
  }
}
