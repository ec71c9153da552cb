import { type Load, level } from '#platform/kernel/scheduling/index.ts'
import {
  addWorkingDays,
  dateOf,
  type Instant,
  startOfDate,
  type WorkCalendar,
  workAxis,
} from '#platform/kernel/working-time/index.ts'
import type { CheckRule } from './check-rule.ts'
import type { CheckedNode } from './checked-node.ts'
import { activityOf, frameOf, type PlanFrame } from './schedule-plan.ts'
import type { Borne } from './week-load.ts'

/** Where a node would stand instead. */
export type ProposedMove = {
  readonly node: string
  readonly plannedStart: Instant
  readonly deadline: Instant
  /** Working time by which its deadline moves; never negative. */
  readonly byMilliseconds: number
}

/** A proposal; or the circle of links in the way. */
export type Levelling =
  | { readonly kind: 'levelled'; readonly moves: readonly ProposedMove[] }
  | { readonly kind: 'cycle'; readonly path: readonly string[] }

/**
 * Proposes later dates for the leaves that have not begun, so that at no time anybody bears more than the rule allows, all
 * running plans together. Dates stay whole days: a start is the morning of its day, a deadline the end of its work.
 * Nothing moves forward, and what has begun does not move.
 */
export function levelPlan(
  calendar: WorkCalendar,
  nodes: readonly CheckedNode[],
  around: { readonly rule: CheckRule; readonly frame: PlanFrame; readonly elsewhere: readonly Borne[] },
): Levelling {
  const { rule, frame, elsewhere } = around
  const axis = workAxis(calendar)
  const leaves = nodes.filter((node) => node.leaf)
  if (leaves.length === 0) return { kind: 'levelled', moves: [] }
  const activities = leaves.map((node) => activityOf(axis, node, frame))
  const amount = rule.nodeShare
  const answer = level(activities, frameOf(axis, leaves, frame), {
    bearers: new Map(leaves.flatMap(({ id, person }) => (person === null ? [] : [[id, { bearer: person, amount }]]))),
    elsewhere: groupLoads(elsewhere.map((one) => [one.person, loadOf(axis, one, amount)])),
    capacity: rule.overloadAbove,
  })
  if (answer.kind === 'cycle') return answer
  const moves = leaves.flatMap((node, place) => {
    if (node.startedAt !== null) return []
    const start = answer.starts[place] ?? 0
    if (start <= axis.positionOf(node.plannedStart)) return []
    const plannedStart = startOfDate(dateOf(axis.startAt(start)))
    const deadline = endOfDay(calendar, axis.finishAt(answer.finishes[place] ?? 0))
    const byMilliseconds = Math.max(0, axis.positionOf(deadline) - axis.positionOf(node.deadline))
    return [{ node: node.id, plannedStart, deadline, byMilliseconds }]
  })
  return { kind: 'levelled', moves }
}

function loadOf(axis: ReturnType<typeof workAxis>, { start, finish }: Borne, amount: number): Load {
  return { start: axis.positionOf(start), finish: axis.positionOf(finish), amount }
}

function groupLoads(loads: readonly (readonly [string, Load])[]): Map<string, Load[]> {
  const groups = new Map<string, Load[]>()
  for (const [person, load] of loads) {
    const group = groups.get(person) ?? []
    group.push(load)
    groups.set(person, group)
  }
  return groups
}

/** The end of work on the day of an instant, or on the next working day. */
function endOfDay(calendar: WorkCalendar, instant: Instant): Instant {
  return addWorkingDays(calendar, startOfDate(dateOf(instant)) - 1, 1).at
}
