import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import type { NodeRow } from '#platform/server/plans/index.ts'
import { type PlanFrame, schedulePlan } from '../../../domain/check/schedule-plan.ts'

/** What the schedule says of a node. */
export type ChartTiming = {
  readonly forecastFinish: Instant | null
  readonly slackMinutes: number | null
  readonly critical: boolean
}

/** Where nothing is known: of branches, and of all where links go round in a circle. */
export const untimed: ChartTiming = { forecastFinish: null, slackMinutes: null, critical: false }

/** The timing of each leaf as the schedule has it. A forecast is told of work that is still to be done. */
export function chartTimings(
  calendar: WorkCalendar,
  rows: readonly NodeRow[],
  frame: PlanFrame,
): ReadonlyMap<string, ChartTiming> {
  const answer = schedulePlan(calendar, rows.map(scheduledNodeOf), frame)
  if (answer.kind === 'cycle') return new Map()
  const open = new Set(rows.filter(({ state }) => state !== 'done' && state !== 'submitted').map(({ id }) => id))
  return new Map(
    answer.nodes.map(({ node, earliestFinish, slackMinutes, critical }) => [
      node,
      { forecastFinish: frame.running && open.has(node) ? earliestFinish : null, slackMinutes, critical },
    ]),
  )
}

function scheduledNodeOf(row: NodeRow) {
  return {
    id: row.id,
    leaf: row.leaf,
    plannedStart: row.planned_start.getTime(),
    deadline: row.deadline.getTime(),
    weight: Number(row.weight),
    links: row.links,
    progress: row.state === 'submitted' ? 100 : row.progress,
    startedAt: row.started_at?.getTime() ?? null,
    finishedAt: row.finished_at?.getTime() ?? null,
  }
}
