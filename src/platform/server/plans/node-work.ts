import { addWorkingTime, type Instant, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { type Owed, openObligation, recordOwed, rulesOfObligation } from '#platform/server/obligations/index.ts'
import { type NodeChange, nextDueAt, type PlanNode, type Rules } from './domain/node.ts'
import { nodeEntries, nodeStream, type Recorded } from './entries.ts'
import type { NodeRow } from './node-row.ts'
import { type NodeInPlan, saveNodes } from './node-store.ts'
import type { PlanRow } from './plan-store.ts'

/** The kind of the obligation that a node's owner has while the node runs. */
export const nodeObligation = 'plan-node'

/** A node in the hands of a command or sweep: what happened to it, and what its owner owes for it. */
export type NodeWork = {
  readonly row: NodeRow
  readonly change: NodeChange
  readonly owed: Owed | undefined
  readonly waitsOn?: number
  readonly weight?: number
  readonly progressBefore?: number
}

/** The calendar and lamp rule that a plan runs under. */
export function rulesOfPlan(rules: CountyRules, plan: Pick<PlanRow, 'lamp_rule' | 'lamp_rule_version'>): Rules {
  return { calendar: rules.calendar, lamp: rules.lampRule(plan.lamp_rule, plan.lamp_rule_version) }
}

/** Takes up a changed node: one that started has its obligation opened at the instant of its start. */
export function takeUp(rules: CountyRules, { node: row, plan }: NodeInPlan, change: NodeChange): NodeWork {
  const started = change.events.find(({ kind }) => kind === 'plans.node.started')
  if (started === undefined) return { row, change, owed: undefined }
  const opening = {
    kind: nodeObligation,
    subject: nodeStream(row.id),
    title: row.title,
    debtor: { organisation: row.organisation, person: row.person },
    lead: plan.lead_organisation,
    dueAt: dueAtOf(rules, change.node, started.at),
    readers: row.readers,
  }
  return { row, change, owed: openObligation(rulesOfObligation(rules, plan), opening, started.at) }
}

/**
 * When a started node is owed: at its deadline; where it could only start late, after the working time that was planned for
 * it. The lamp makes no such exception; the clock of the person does, by this rule and no other.
 */
export function dueAtOf(rules: CountyRules, node: PlanNode, startedAt: Instant): Instant {
  if (startedAt <= node.plannedStart) return node.deadline
  const planned = workingTimeBetween(rules.calendar, node.plannedStart, node.deadline).workingMilliseconds
  return Math.max(node.deadline, addWorkingTime(rules.calendar, startedAt, planned).at)
}

/** The statements and entries that put nodes in hand on record. */
export function recordNodes(
  recorded: Recorded,
  rules: CountyRules,
  works: readonly (NodeWork & { readonly plan: PlanRow })[],
): { readonly writes: readonly Statement[]; readonly entries: readonly NewEntry[] } {
  const saved = works.map((work) => ({
    node: work.change.node,
    nextDueAt: nextDueAt(rulesOfPlan(rules, work.plan), work.change.node),
    waitsOn: work.waitsOn ?? work.row.waits_on,
    weight: work.weight ?? Number(work.row.weight),
    progressBefore: work.progressBefore ?? work.row.progress_before,
  }))
  const owed = works.flatMap((work) => (work.owed ? [work.owed] : []))
  const obligations = recordOwed(recorded, (row) => rulesOfObligation(rules, row), owed)
  return {
    writes: [...(saved.length > 0 ? [saveNodes(recorded.jurisdiction, saved)] : []), ...obligations.writes],
    entries: [...works.flatMap((work) => entriesOf(recorded, work)), ...obligations.entries],
  }
}

function entriesOf(recorded: Recorded, { row, change }: NodeWork): readonly NewEntry[] {
  const { plan_id: plan, organisation, person, readers } = row
  return nodeEntries(recorded, change, { bearer: { plan, organisation, person }, readers })
}
