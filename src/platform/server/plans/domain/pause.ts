import {
  addWorkingTime,
  type Instant,
  type WorkCalendar,
  workingTimeBetween,
} from '#platform/kernel/working-time/index.ts'
import { advance, append, follow, type NodeChange, type PlanNode, type Rules } from './node.ts'

/*
 * A pause of the plan (暂停). What time had brought until then is on record; from then on time brings its nodes nothing, and
 * nobody can report, hand in or accept. When it is resumed, every start and deadline that was still to come lies as much later,
 * in working time, as the pause was long, and so does the whole curve of planned progress: a lamp is the same at the end of a
 * pause as at its beginning. What had passed stays passed: a node that was late is late by as much as before. A node that is
 * handed in keeps its dates, for its lamp is settled by them; its owner's obligation is given the time all the same.
 */

/** Stops a node's clock. */
export function pauseNode(
  rules: Rules,
  node: PlanNode,
  payload: Readonly<Record<string, unknown>>,
  now: Instant,
): NodeChange {
  const present = advance(rules, node, now)
  return append(present, { pausedAt: now }, { kind: 'plans.node.paused', at: now, payload })
}

/** Lets a node's clock go on. */
export function resumeNode(
  rules: Rules,
  node: PlanNode,
  payload: Readonly<Record<string, unknown>>,
  now: Instant,
): NodeChange {
  if (node.pausedAt === null) return { node, events: [] }
  const moved: Partial<Record<'plannedStart' | 'deadline' | 'readyAt', number>> = isMoving(node, node.pausedAt)
    ? datesAfter(rules.calendar, node, node.pausedAt, now)
    : {}
  const told = Object.fromEntries(Object.entries(moved).map(([name, at]) => [name, new Date(at).toISOString()]))
  const change = append(
    { node, events: [] },
    { ...moved, pausedAt: null },
    { kind: 'plans.node.resumed', at: now, payload: { ...payload, ...told } },
  )
  return follow(change, advance(rules, change.node, now))
}

function isMoving({ state, deadline }: PlanNode, pausedAt: Instant): boolean {
  return state !== 'submitted' && state !== 'done' && deadline >= pausedAt
}

function datesAfter(calendar: WorkCalendar, node: PlanNode, pausedAt: Instant, now: Instant) {
  const paused = workingTimeBetween(calendar, pausedAt, now).workingMilliseconds
  const ready = node.state === 'planned' && node.readyAt !== null && node.readyAt > pausedAt
  return {
    plannedStart: beginAfter(calendar, node.plannedStart, paused),
    deadline: Math.max(addWorkingTime(calendar, node.deadline, paused).at, now),
    ...(ready && { readyAt: beginAfter(calendar, node.readyAt ?? 0, paused) }),
  }
}

/** The last instant after so much working time, so that what was to begin in the morning begins in a morning again. */
function beginAfter(calendar: WorkCalendar, from: Instant, paused: number): Instant {
  return paused === 0 ? from : addWorkingTime(calendar, addWorkingTime(calendar, from, paused + 1).at, -1).at
}
