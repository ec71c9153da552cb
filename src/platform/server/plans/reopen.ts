import { type GatePost, gatesStart, openingOf, startsAt } from './domain/gate.ts'
import { linkOrder } from './domain/link-order.ts'
import { begin, follow, type NodeChange, release } from './domain/node.ts'
import { type NodeRow, nodeOf } from './node-row.ts'
import { type NodeWork, rulesOfPlan, takeUp } from './node-work.ts'
import type { NewNode } from './plan-store.ts'
import type { RebasePlace } from './rebase-node.ts'

/** A leaf that a change adds, as if it had been planned all along and is begun now. */
export function freshRow({ plan, now }: RebasePlace, node: NewNode): NodeRow {
  return {
    ...node,
    plan_id: plan.id,
    weight: BigInt(node.weight),
    predecessors: [...new Set(node.links.map((link) => link.node))],
    ...{ state: 'planned', progress: 0, progress_before: 0, waits_on: 0, version: 1 },
    ...{ ready_at: null, started_at: null, submitted_at: null, finished_at: null, paused_at: null },
    ...{ lamp: 'white', lamp_since: null, changed_at: new Date(now), readers: plan.readers },
  }
}

/**
 * Reckons anew what the leaves of a changed plan wait on, each after those before it: of what is new, of what hangs on others
 * than before, and of what hangs on a leaf whose start or deadline moved. What nothing moved is left alone.
 */
export function reopenAll(
  place: RebasePlace,
  rows: readonly NodeRow[],
  works: Map<string, NodeWork>,
  comeOrGone: ReadonlySet<string>,
): void {
  const posts = new Map<string, GatePost>()
  const touched = new Set([...comeOrGone, ...works.keys()])
  for (const row of linkOrder(rows.filter(({ leaf }) => leaf))) {
    const known = works.get(row.id)?.change.node ?? nodeOf(row)
    const isConcerned = touched.has(row.id) || row.links.some((link) => gatesStart(link) && touched.has(link.node))
    const work = isConcerned && known.state === 'planned' ? reopened(place, row, works.get(row.id), posts) : undefined
    if (work) {
      works.set(row.id, work)
      if (startsAt(work.change.node) !== startsAt(known)) touched.add(row.id)
    }
    posts.set(row.id, work?.change.node ?? known)
  }
}

function reopened(
  place: RebasePlace,
  row: NodeRow,
  before: NodeWork | undefined,
  posts: ReadonlyMap<string, GatePost>,
): NodeWork | undefined {
  const { rules, plan, now } = place
  const lit = rulesOfPlan(rules, plan)
  const node = before?.change.node ?? nodeOf(row)
  const opening = openingOf(rules.calendar, row.links, posts, plan.started_at?.getTime() ?? now)
  const isFresh = row.version === 1 && before === undefined
  if (!isFresh && opening.waitsOn === row.waits_on && opening.readyAt === node.readyAt) return undefined
  const change = isFresh ? begin(lit, node, opening, now) : release(lit, node, opening, now)
  const whole: NodeChange = before === undefined ? change : follow(before.change, change)
  const owed = takeUp(rules, { node: row, plan }, change).owed ?? before?.owed
  return { row: before?.row ?? row, change: whole, owed, waitsOn: opening.waitsOn, weight: Number(row.weight) }
}
