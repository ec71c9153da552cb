import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type GatePost, gatesStart, type Opening, openingOf, startsAt } from './domain/gate.ts'
import { linkOrder } from './domain/link-order.ts'
import { begin, type PlanNode, release } from './domain/node.ts'
import { type NodeRow, nodeOf } from './node-row.ts'
import { listBehind } from './node-store.ts'
import { type NodeWork, rulesOfPlan, takeUp } from './node-work.ts'
import type { PlanRow } from './plan-store.ts'

/** Lets all leaves of a plan run from `now`: those behind others are reckoned after them, for their starts may be known ahead. */
export function beginNodes(
  rules: CountyRules,
  plan: PlanRow,
  rows: readonly NodeRow[],
  now: Instant,
): (NodeWork & { readonly plan: PlanRow })[] {
  const posts = new Map<string, GatePost>()
  return linkOrder(rows.filter((row) => row.leaf)).map((row) => {
    const opening = openingOf(rules.calendar, row.links, posts, now)
    const change = begin(rulesOfPlan(rules, plan), nodeOf(row), opening, now)
    posts.set(row.id, change.node)
    return { ...takeUp(rules, { node: row, plan }, change), waitsOn: opening.waitsOn, plan }
  })
}

/** Where gates are opened: in whose plan, by which rules, when. */
export type Place = {
  readonly tx: Transaction
  readonly jurisdiction: string
  readonly rules: CountyRules
  readonly plan: PlanRow
  readonly now: Instant
}

/**
 * Opens what stood behind a node that was accepted. Each leaf behind it gets an entry, whether or not more keeps it shut: so two
 * acceptances at once collide on it and the later one is decided on both. What starts behind those by SS links follows.
 */
export async function openBehind(
  place: Place,
  reached: { readonly row: NodeRow; readonly node: PlanNode },
): Promise<(NodeWork & { readonly plan: PlanRow })[]> {
  const posts = new Map<string, GatePost>([[reached.row.id, reached.node]])
  const works = new Map<string, NodeWork & { readonly plan: PlanRow }>()
  let frontier: readonly string[] = [reached.row.id]
  for (let rank = 0; frontier.length > 0; rank += 1) {
    const rows = await listBehind(place.tx, place.jurisdiction, place.plan.id, frontier)
    for (const row of rows) if (!posts.has(row.id)) posts.set(row.id, nodeOf(row))
    const behind = rows.filter((row) => row.state === 'planned' && isBehind(row, frontier))
    frontier = behind.flatMap((row) => {
      const moved = reopen(place, row, { posts, works, by: rank === 0 ? reached.row : undefined })
      return moved ? [row.id] : []
    })
  }
  return [...works.values()]
}

type Known = {
  readonly posts: Map<string, GatePost>
  readonly works: Map<string, NodeWork & { readonly plan: PlanRow }>
  /** The node that was accepted, for those right behind it. */
  readonly by: NodeRow | undefined
}

/** Reckons one node anew; tells whether its start moved, so that others have to follow. */
function reopen({ rules, plan, now }: Place, row: NodeRow, { posts, works, by }: Known): boolean {
  const before = works.get(row.id)
  const node = before?.change.node ?? nodeOf(row)
  const waitsOn = before?.waitsOn ?? row.waits_on
  const opening = openingOf(rules.calendar, row.links, posts, plan.started_at?.getTime() ?? now)
  if (node.state !== 'planned' || !(by || differs(opening, { waitsOn, readyAt: node.readyAt }))) return false
  const change = release(rulesOfPlan(rules, plan), node, { ...opening, by: by && toldOf(by) }, now)
  const events = [...(before?.change.events ?? []), ...change.events]
  const work = takeUp(rules, { node: row, plan }, { node: change.node, events })
  works.set(row.id, { ...work, waitsOn: opening.waitsOn, plan })
  posts.set(row.id, change.node)
  return startsAt(change.node) !== startsAt(node)
}

function differs(a: Opening, b: Opening): boolean {
  return a.waitsOn !== b.waitsOn || a.readyAt !== b.readyAt
}

function isBehind(row: NodeRow, frontier: readonly string[]): boolean {
  return row.links.some((link) => gatesStart(link) && frontier.includes(link.node))
}

/** Who pushed the node on: what was accepted, and whose it was. */
function toldOf({ id, title, organisation, person }: NodeRow) {
  return { node: id, title, organisation, person }
}
