import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  beginNodes,
  findPlan,
  listNodes,
  type PlanRow,
  planStream,
  recordNodes,
  startPlan,
} from '#platform/server/plans/index.ts'

/** What a start answers: the nodes whose clocks run from now on. */
export type Started = { readonly project: string; readonly started: string[]; readonly entry: string }

/** Starts a draft: its nodes are lit, and those that wait on nothing and are due to begin start. */
export async function startProject(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly project: string },
): Promise<Result<Decision<Started>>> {
  const { jurisdiction } = call.actor
  const [plan, rows] = await Promise.all([
    findPlan(tx, jurisdiction, input.project),
    listNodes(tx, jurisdiction, input.project),
  ])
  if (plan === undefined) return refuse('record.unknown')
  assertMayLead(call, plan)
  if (plan.state !== 'draft') return refuse('projects.project.not-draft', { project: plan.title })
  const now = call.now.getTime()
  const works = beginNodes(rules, plan, rows, now)
  const nodes = recordNodes({ jurisdiction, actor: call.actor, recordedAt: call.now }, rules, works)
  const entry = newEntryId()
  const version = plan.version + 1
  return ok({
    answer: {
      project: plan.id,
      started: works.filter(({ change }) => change.node.state === 'running').map(({ row }) => row.id),
      entry,
    },
    writes: [startPlan(jurisdiction, { id: plan.id, version }, call.now), ...nodes.writes],
    entries: [
      {
        id: entry,
        jurisdiction,
        stream: planStream(plan.id),
        version,
        kind: 'plans.plan.started',
        recordedAt: call.now,
        actor: call.actor,
        payload: { title: plan.title, nodes: works.length },
        readers: (plan.readers as readonly OrganisationId[] | null) ?? undefined,
      },
      ...nodes.entries,
    ],
  })
}

function assertMayLead(call: CommandCall, plan: PlanRow): void {
  const organisation = plan.lead_organisation as OrganisationId
  if (!permits(call.actor, 'projects.lead', { organisation }))
    refused('permission.reach', { permission: 'projects.lead' })
}
