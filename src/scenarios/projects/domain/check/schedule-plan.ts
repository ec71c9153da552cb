import { type Activity, type Actual, type PlanLink, schedule } from '#platform/kernel/scheduling/index.ts'
import { type Instant, type WorkAxis, type WorkCalendar, workAxis } from '#platform/kernel/working-time/index.ts'

/** A node as its schedule depends on it, in outline order. Branches sum up and are not scheduled. */
export type ScheduledNode = {
  readonly id: string
  readonly leaf: boolean
  readonly plannedStart: Instant
  readonly deadline: Instant
  /** Planned working time in milliseconds. */
  readonly weight: number
  readonly links: readonly PlanLink[]
  /** Per cent. */
  readonly progress: number
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
}

/** When a leaf can and must be; minutes are working time. */
export type NodeTiming = {
  readonly node: string
  readonly earliestStart: Instant
  readonly earliestFinish: Instant
  readonly latestStart: Instant
  readonly latestFinish: Instant
  /** How much it may slip without moving the plan's end; negative where the end is missed already. */
  readonly slackMinutes: number
  readonly freeSlackMinutes: number
  readonly critical: boolean
  /** How much after its own deadline it finishes as things stand; 0 where it is in time. */
  readonly lateMinutes: number
}

/** The schedule of a plan: its leaves in outline order; or the circle of links in the way. */
export type PlanSchedule =
  | {
      readonly kind: 'schedule'
      readonly nodes: readonly NodeTiming[]
      /** The last deadline, to which slack counts. */
      readonly end: Instant
      /** When the last leaf finishes as things stand. */
      readonly finish: Instant
    }
  | { readonly kind: 'cycle'; readonly path: readonly string[] }

/** Whether the plan runs, and since when slack is asked for. */
export type PlanFrame = { readonly running: boolean; readonly now: Instant }

/**
 * The schedule of a plan by the rules under which its nodes start: at the planned start and after what they wait on, for as
 * long as was planned. Slack counts to the last deadline. A draft is reckoned as it is planned; a running plan with what has
 * happened, so that its earliest dates are the forecast.
 */
export function schedulePlan(calendar: WorkCalendar, nodes: readonly ScheduledNode[], frame: PlanFrame): PlanSchedule {
  const leaves = nodes.filter((node) => node.leaf)
  const axis = workAxis(calendar)
  if (leaves.length === 0) return { kind: 'schedule', nodes: [], end: frame.now, finish: frame.now }
  const activities = leaves.map((node) => activityOf(axis, node, frame))
  const answer = schedule(activities, frameOf(axis, leaves, frame))
  if (answer.kind === 'cycle') return answer
  const timings = answer.timings.map((timing, place): NodeTiming => {
    const node = leaves[place]
    const weight = activities[place]?.duration ?? 0
    const late = timing.earliestFinish - axis.positionOf(node?.deadline ?? 0)
    return {
      node: node?.id ?? '',
      earliestStart: node?.startedAt ?? axis.startAt(timing.earliestStart),
      earliestFinish: node?.finishedAt ?? finishOf(axis, timing.earliestFinish, weight),
      latestStart: node?.startedAt ?? axis.startAt(timing.latestStart),
      latestFinish: node?.finishedAt ?? finishOf(axis, timing.latestFinish, weight),
      slackMinutes: minutes(timing.totalSlack),
      freeSlackMinutes: minutes(timing.freeSlack),
      critical: timing.critical,
      lateMinutes: Math.max(0, minutes(late)),
    }
  })
  const end = leaves.reduce((last, node) => Math.max(last, node.deadline), -Infinity)
  return { kind: 'schedule', nodes: timings, end, finish: axis.finishAt(answer.finish) }
}

/** Where a plan stands on the axis of working time. */
export function frameOf(axis: WorkAxis, leaves: readonly ScheduledNode[], { running, now }: PlanFrame) {
  return {
    start: leaves.reduce(
      (first, node) => Math.min(first, axis.positionOf(node.startedAt ?? node.plannedStart)),
      Infinity,
    ),
    end: leaves.reduce((last, node) => Math.max(last, axis.positionOf(node.deadline)), -Infinity),
    now: running ? axis.positionOf(now) : undefined,
  }
}

/** A leaf as a piece of work on the axis of working time. */
export function activityOf(axis: WorkAxis, node: ScheduledNode, { running }: PlanFrame): Activity {
  const { id, weight: duration, links } = node
  const startFrom = axis.positionOf(node.plannedStart)
  return { id, duration, links, startFrom, actual: running ? actualOf(axis, node) : undefined }
}

function actualOf(axis: WorkAxis, node: ScheduledNode): Actual | undefined {
  if (node.startedAt === null) return undefined
  const start = axis.positionOf(node.startedAt)
  if (node.finishedAt !== null) return { start, finish: Math.max(start, axis.positionOf(node.finishedAt)) }
  return { start, remaining: Math.round(node.weight * (1 - node.progress / 100)) }
}

/** What takes no time finishes when it starts: in the morning, not the evening before. */
function finishOf(axis: WorkAxis, position: number, weight: number): Instant {
  return weight === 0 ? axis.startAt(position) : axis.finishAt(position)
}

const minutes = (milliseconds: number) => Math.round(milliseconds / 60_000)
