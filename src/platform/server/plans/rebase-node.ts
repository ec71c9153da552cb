import { ok, type Result } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import {
  applyRule,
  type ObligationRow,
  type Owed,
  obligationOf,
  onRecord,
  reassign,
  redate,
  rulesOfObligation,
  withdraw,
} from '#platform/server/obligations/index.ts'
import { noteBehind, rebase, remove } from './domain/amend.ts'
import { type Difference, tellDifference } from './domain/difference.ts'
import { advance, follow, type NodeChange } from './domain/node.ts'
import type { PlacedNode } from './domain/outline-node.ts'
import { attributesOf, weightOf } from './node-record.ts'
import { type NodeRow, nodeOf } from './node-row.ts'
import { dueAtOf, type NodeWork, rulesOfPlan, takeUp } from './node-work.ts'
import type { PlanRow } from './plan-store.ts'

/** Where a change of a running plan is decided: by which rules, when, why, and what is owed for its nodes. */
export type RebasePlace = {
  readonly rules: CountyRules
  readonly plan: PlanRow
  readonly now: Instant
  /** What every entry of the change says: the change and its reason. */
  readonly grounds: { readonly change: string; readonly reason: string }
  readonly owedFor: (node: string) => ObligationRow | undefined
}

/** Changes one leaf: its dates and lamp from now on, and what is owed for it. */
export function rebaseLeaf(place: RebasePlace, row: NodeRow, difference: Difference): Result<NodeWork> {
  const { rules, plan, now } = place
  const present = advance(rulesOfPlan(rules, plan), nodeOf(row), now)
  const opened = takeUp(rules, { node: row, plan }, present).owed
  const { title, plannedStart, deadline } = difference.after
  const amendment = { title, plannedStart, deadline, payload: { ...tellDifference(difference), ...place.grounds } }
  const changed = rebase(rulesOfPlan(rules, plan), present.node, amendment, now)
  if (!changed.ok) return changed
  const after = rowAfter(rules, row, difference.after)
  const started = takeUp(rules, { node: after, plan }, changed.value).owed
  const known = opened ?? onRecordFor(place, row.id)
  const owed = started ?? (known && amendOwed(place, known, after, changed.value))
  return ok({ row, change: follow(present, changed.value), owed, weight: Number(after.weight) })
}

/** Takes one leaf out: what is owed for it is withdrawn. */
export function removeLeaf(place: RebasePlace, row: NodeRow): Result<NodeWork> {
  const { rules, plan, now } = place
  const present = advance(rulesOfPlan(rules, plan), nodeOf(row), now)
  const opened = takeUp(rules, { node: row, plan }, present).owed ?? onRecordFor(place, row.id)
  const gone = remove(rulesOfPlan(rules, plan), present.node, { plan: plan.id, ...place.grounds }, now)
  if (!gone.ok) return gone
  return ok({ row, change: follow(present, gone.value), owed: opened && withdrawn(place, opened) })
}

/** Notes on a leaf that others hang on it from now on. */
export function linkedLeaf({ rules, plan, now, grounds }: RebasePlace, row: NodeRow): NodeWork {
  const change = noteBehind(rulesOfPlan(rules, plan), nodeOf(row), grounds, now)
  return takeUp(rules, { node: row, plan }, change)
}

/** A stored node with what an edit says of it. */
export function rowAfter({ calendar }: CountyRules, row: NodeRow, after: PlacedNode): NodeRow {
  const weight = weightOf(calendar, after)
  return { ...row, ...attributesOf({ ...after, weight }), weight: BigInt(weight) }
}

function amendOwed(place: RebasePlace, owed: Owed, after: NodeRow, { node }: NodeChange): Owed {
  const { rules, now, grounds } = place
  const ladder = rulesOfObligation(rules, owed.row)
  const dueAt = node.startedAt === null ? node.deadline : dueAtOf(rules, node, node.startedAt)
  const redated = applied(owed, place, redate(ladder, obligationOf(owed.row), dueAt, grounds, now))
  const debtor = { organisation: after.organisation, person: after.person }
  return applied(redated, place, reassign(ladder, obligationOf(redated.row), debtor, grounds, now))
}

function withdrawn(place: RebasePlace, owed: Owed): Owed {
  const ladder = rulesOfObligation(place.rules, owed.row)
  return applied(owed, place, withdraw(ladder, obligationOf(owed.row), place.grounds, place.now))
}

function applied(owed: Owed, { rules }: RebasePlace, change: ReturnType<typeof redate>): Owed {
  const result = applyRule(owed, rulesOfObligation(rules, owed.row).ladder, ok(change))
  return result.ok ? result.value : owed
}

function onRecordFor(place: RebasePlace, node: string): Owed | undefined {
  const row = place.owedFor(node)
  return row && onRecord(row)
}
