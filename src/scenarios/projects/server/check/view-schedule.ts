import type { CallContext } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { ProjectSchedule } from '../../contract/check.ts'
import { type NodeTiming, schedulePlan } from '../../domain/check/schedule-plan.ts'
import { readPlanFacts } from './plan-facts.ts'

/** Reckons the dates, slack and critical path of a plan. */
export function viewSchedule(services: Services, call: CallContext['call'], id: string): Promise<ProjectSchedule> {
  return call.read(async (tx) => {
    const { nodes, frame } = await readPlanFacts(services, call, tx, id)
    const { calendar } = services.rules()
    const answer = schedulePlan(calendar, nodes, frame)
    const shared = {
      project: id,
      minutesPerDay: Math.round(calendar.ordinaryDayMilliseconds / 60_000),
      forecast: frame.running,
    }
    if (answer.kind === 'cycle') return { ...shared, end: null, finish: null, cycle: [...answer.path], nodes: [] }
    return { ...shared, end: iso(answer.end), finish: iso(answer.finish), cycle: null, nodes: answer.nodes.map(told) }
  })
}

function told(timing: NodeTiming) {
  return {
    ...timing,
    earliestStart: iso(timing.earliestStart),
    earliestFinish: iso(timing.earliestFinish),
    latestStart: iso(timing.latestStart),
    latestFinish: iso(timing.latestFinish),
  }
}

const iso = (instant: number) => new Date(instant).toISOString()
