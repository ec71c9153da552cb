import type { PlanLink } from '#platform/kernel/scheduling/index.ts'
import { dateOf, type WorkCalendar, workAxis, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { type CheckedNode, nameOf } from './checked-node.ts'
import { type Found, finding } from './finding.ts'
import type { PlanSchedule } from './schedule-plan.ts'

/** The most nodes of a path that a sentence names. */
const named = 12

/** What the links of a plan give away: a circle, starts before they allow, an end that is missed, the critical path. */
export function networkFindings(
  nodes: readonly CheckedNode[],
  schedule: PlanSchedule,
  calendar: WorkCalendar,
): Found[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  if (schedule.kind === 'cycle') {
    const path = schedule.path.flatMap((id) => nameOf(byId.get(id) ?? { code: '', title: id }))
    return [finding('cycle', { nodes: schedule.path.slice(0, -1) }, { path: path.join(' → ') })]
  }
  const early = nodes
    .filter((node) => node.leaf && node.startedAt === null)
    .flatMap((node) => tooEarly(node, byId, calendar))
  return [...early, ...endMissed(schedule, calendar), ...criticalPath(schedule, byId)]
}

function tooEarly(node: CheckedNode, byId: ReadonlyMap<string, CheckedNode>, calendar: WorkCalendar): Found[] {
  const axis = workAxis(calendar)
  const bounds = node.links.flatMap((link) => {
    const before = byId.get(link.node)
    return before && before.finishedAt === null ? [{ before, position: allowedBy(axis, link, before, node) }] : []
  })
  const last = bounds.toSorted((a, b) => b.position - a.position)[0]
  const short = (last?.position ?? 0) - axis.positionOf(node.plannedStart)
  if (last === undefined || short <= 0) return []
  const facts = {
    node: nameOf(node),
    predecessor: nameOf(last.before),
    start: dateOf(node.plannedStart),
    allowed: dateOf(axis.startAt(last.position)),
    days: inDays(short, calendar),
  }
  return [finding('before-predecessor', { nodes: [node.id, last.before.id] }, facts)]
}

/** Where a predecessor lets a node start, by the dates as they are planned. */
function allowedBy(axis: ReturnType<typeof workAxis>, link: PlanLink, before: CheckedNode, node: CheckedNode): number {
  const from = link.kind === 'FS' || link.kind === 'FF' ? before.deadline : before.plannedStart
  const toFinish = link.kind === 'FF' || link.kind === 'SF'
  return axis.positionOf(from) + link.lag - (toFinish ? node.weight : 0)
}

function endMissed({ end, finish }: Extract<PlanSchedule, { kind: 'schedule' }>, calendar: WorkCalendar): Found[] {
  const missed = workingTimeBetween(calendar, end, finish).workingMilliseconds
  if (missed <= 0) return []
  const facts = { finish: dateOf(finish), end: dateOf(end), days: inDays(missed, calendar) }
  return [finding('end-missed', { nodes: [] }, facts)]
}

function criticalPath(
  { nodes }: Extract<PlanSchedule, { kind: 'schedule' }>,
  byId: ReadonlyMap<string, CheckedNode>,
): Found[] {
  const ids = nodes
    .filter((one) => one.critical)
    .sort((a, b) => a.earliestStart - b.earliestStart || a.earliestFinish - b.earliestFinish)
    .map(({ node }) => node)
  if (ids.length === 0) return []
  const titles = ids.slice(0, named).map((id) => nameOf(byId.get(id) ?? { code: '', title: id }))
  const path = [...titles, ...(ids.length > named ? ['…'] : [])]
  return [finding('critical-path', { nodes: ids }, { count: ids.length, path })]
}

/** Working days, to one decimal. */
function inDays(milliseconds: number, calendar: WorkCalendar): number {
  return Math.max(0.1, Math.round((milliseconds / calendar.ordinaryDayMilliseconds) * 10) / 10)
}
