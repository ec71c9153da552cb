import { ok } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import {
  applyRule,
  type ObligationChange,
  type ObligationRow,
  type ObligationRules,
  type Owed,
  obligationOf,
  onRecord,
  pauseClock,
  reassign,
  resumeClock,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import { handOver } from './domain/amend.ts'
import type { NodeChange } from './domain/node.ts'
import { pauseNode, resumeNode } from './domain/pause.ts'
import { type NodeRow, nodeOf } from './node-row.ts'
import { type NodeWork, rulesOfPlan, takeUp } from './node-work.ts'
import type { PlanRow } from './plan-store.ts'

/** Something that is decided about nodes from outside, and what is owed for them. */
export type LifePlace = {
  readonly rules: CountyRules
  readonly now: Instant
  readonly payload: Readonly<Record<string, unknown>>
  readonly owedFor: (node: string) => ObligationRow | undefined
}

type PlanWork = NodeWork & { readonly plan: PlanRow }

/** Stops the clocks of a plan's open leaves, and of what is owed for them. */
export function pauseLeaves(place: LifePlace, plan: PlanRow, rows: readonly NodeRow[]): PlanWork[] {
  return openLeaves(rows).map((row) => {
    const change = pauseNode(rulesOfPlan(place.rules, plan), nodeOf(row), place.payload, place.now)
    return workOf(place, { row, plan }, change, (rules, owed) =>
      pauseClock(rules, obligationOf(owed.row), place.payload, place.now),
    )
  })
}

/** Lets them go on, each date that was still to come as much later as the pause was long. */
export function resumeLeaves(place: LifePlace, plan: PlanRow, rows: readonly NodeRow[]): PlanWork[] {
  return openLeaves(rows).map((row) => {
    const change = resumeNode(rulesOfPlan(place.rules, plan), nodeOf(row), place.payload, place.now)
    return workOf(place, { row, plan }, change, (rules, owed) =>
      resumeClock(rules, obligationOf(owed.row), place.payload, place.now),
    )
  })
}

/** Hands leaves over to another person, with what is owed for them. */
export function handOverLeaves(
  place: LifePlace,
  leaves: readonly { readonly row: NodeRow; readonly plan: PlanRow }[],
  person: string,
): PlanWork[] {
  return leaves.map(({ row, plan }) => {
    const from = { person: row.person }
    const payload = { ...place.payload, organisation: row.organisation, person, from }
    const change = handOver(rulesOfPlan(place.rules, plan), nodeOf(row), payload, place.now)
    return workOf(place, { row, plan }, change, (rules, owed) =>
      reassign(rules, obligationOf(owed.row), { organisation: row.organisation, person }, place.payload, place.now),
    )
  })
}

function workOf(
  place: LifePlace,
  { row, plan }: { readonly row: NodeRow; readonly plan: PlanRow },
  change: NodeChange,
  decide: (rules: ObligationRules, owed: Owed) => ObligationChange,
): PlanWork {
  const work = takeUp(place.rules, { node: row, plan }, change)
  const known = place.owedFor(row.id)
  const owed = work.owed ?? (known && onRecord(known))
  if (owed === undefined) return { ...work, plan }
  const rules = rulesOfObligation(place.rules, owed.row)
  const decided = applyRule(owed, rules.ladder, ok(decide(rules, owed)))
  return { ...work, owed: decided.ok ? decided.value : owed, plan }
}

function openLeaves(rows: readonly NodeRow[]): NodeRow[] {
  return rows.filter((row) => row.leaf && row.state !== 'done')
}
