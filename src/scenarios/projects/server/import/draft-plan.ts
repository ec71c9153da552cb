import { v7 } from 'uuid'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  insertNodes,
  insertPlan,
  type NewNode,
  nodeStream,
  type PlanRow,
  planStream,
} from '#platform/server/plans/index.ts'
import type { ImportInput } from '../../contract/import.ts'

/** What an import answers. */
export type Imported = { readonly project: string; readonly nodes: number; readonly entry: string }

/** What a draft is made of: its name and kind, its nodes, and where they came from. */
export type Draft = Pick<ImportInput, 'title' | 'kind' | 'confidential'> & {
  readonly nodes: readonly NewNode[]
  readonly source: JsonObject
}

/** The rules of the pack that projects run under. */
const lampRule = 'five-lamps'
const ladder = 'standard'

/** Puts a draft on record. Its lead is the unit and person who bring it. */
export function draftPlan(
  call: CommandCall,
  rules: CountyRules,
  draft: Draft,
): Result<Decision<Imported> & { readonly plan: PlanRow }> {
  const missing = [
    ...(rules.has('lamp-rule', lampRule) ? [] : ['五色灯规则（five-lamps）']),
    ...(rules.has('ladder', ladder) ? [] : ['督办阶梯（standard）']),
  ]
  if (missing.length > 0) return refuse('projects.import.rules-missing', { rules: missing })
  const { nodes } = draft
  const plan = planOf(call, rules, draft)
  const { jurisdiction } = call.actor
  const entry = newEntryId()
  const shared = {
    jurisdiction,
    version: 1,
    recordedAt: call.now,
    actor: call.actor,
    readers: (plan.readers as readonly OrganisationId[] | null) ?? undefined,
  }
  const planned = nodes.map((node) => ({
    ...shared,
    stream: nodeStream(node.id),
    kind: 'plans.node.planned',
    payload: {
      plan: plan.id,
      code: node.code,
      title: node.title,
      organisation: node.organisation,
      person: node.person,
      plannedStart: node.planned_start.toISOString(),
      deadline: node.deadline.toISOString(),
      deliverable: node.deliverable,
      predecessors: node.links.map((link) => link.node),
      links: node.links,
    },
  }))
  const drafted = {
    ...shared,
    id: entry,
    stream: planStream(plan.id),
    kind: 'plans.plan.drafted',
    payload: { title: plan.title, kind: plan.kind, nodes: nodes.length, ...draft.source },
  }
  return ok({
    plan,
    answer: { project: plan.id, nodes: nodes.length, entry },
    entries: [drafted, ...planned],
    writes: [insertPlan(jurisdiction, plan, call.now), insertNodes(jurisdiction, plan, nodes, call.now)],
  })
}

function planOf(call: CommandCall, rules: CountyRules, { title, kind, confidential, nodes }: Draft): PlanRow {
  const lead = call.actor.organisation
  const now = call.now.getTime()
  const lamp = rules.lampRuleAt(lampRule, now)
  const { id: ladderId, version: ladderVersion } = rules.ladderAt(ladder, now)
  const taking = [...new Set([lead, ...nodes.map((node) => node.organisation)])].sort()
  return {
    ...{ id: v7(), kind, title, confidential },
    lead_organisation: lead,
    lead_person: call.actor.person,
    state: 'draft',
    readers: confidential ? taking : null,
    lamp_rule: lamp.id,
    lamp_rule_version: lamp.version,
    ladder: ladderId,
    ladder_version: ladderVersion,
    started_at: null,
    paused_at: null,
    proposed_by: null,
    version: 1,
  }
}
