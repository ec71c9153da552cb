import {
  dateOf,
  type Instant,
  startOfDate,
  type WorkAxis,
  type WorkCalendar,
  workAxis,
} from '#platform/kernel/working-time/index.ts'

/*
 * A person's load. The work of a node is spread evenly over its working time, from its planned start (or now, if that has
 * passed) to its deadline, and takes `nodeShare` of its owner's time. The load of a week is the sum over all nodes of all
 * running plans that the person bears, divided by the working time of that week: 1 is a full week.
 */

/** One stretch of work that somebody bears. */
export type Borne = { readonly person: string; readonly start: Instant; readonly finish: Instant }

/** What a person bears in one week. */
export type WeekLoad = {
  /** The Monday, as an instant. */
  readonly from: Instant
  /** 1 is the whole working time of the week. */
  readonly load: number
  readonly nodes: number
}

const weekMilliseconds = 7 * 86_400_000
const dayMilliseconds = 86_400_000

/** The weeks of each person in which there is anything to do, from the week of `from` on. */
export function weekLoads(
  calendar: WorkCalendar,
  borne: readonly Borne[],
  rule: { readonly nodeShare: number },
  from: Instant,
): Map<string, WeekLoad[]> {
  const axis = workAxis(calendar)
  const people = new Map<string, Map<Instant, { time: number; nodes: number }>>()
  for (const one of borne) {
    const weeks = people.get(one.person) ?? new Map<Instant, { time: number; nodes: number }>()
    people.set(one.person, weeks)
    for (const { week, time } of weeksOf(axis, Math.max(one.start, from), one.finish)) {
      const sum = weeks.get(week) ?? { time: 0, nodes: 0 }
      weeks.set(week, { time: sum.time + time, nodes: sum.nodes + 1 })
    }
  }
  const told = (weeks: ReadonlyMap<Instant, { time: number; nodes: number }>) =>
    [...weeks]
      .map(([week, { time, nodes }]) => ({ from: week, load: (time * rule.nodeShare) / workIn(axis, week), nodes }))
      .sort((a, b) => a.from - b.from)
  return new Map([...people].map(([person, weeks]) => [person, told(weeks)]))
}

/** The working time between two instants by week; weeks without any are left out. */
function weeksOf(axis: WorkAxis, start: Instant, finish: Instant): { week: Instant; time: number }[] {
  const weeks: { week: Instant; time: number }[] = []
  for (let week = mondayOf(start); week < finish; week += weekMilliseconds) {
    const begin = axis.positionOf(Math.max(start, week))
    const time = axis.positionOf(Math.min(finish, week + weekMilliseconds)) - begin
    if (time > 0) weeks.push({ week, time })
  }
  return weeks
}

function workIn(axis: WorkAxis, week: Instant): number {
  return axis.positionOf(week + weekMilliseconds) - axis.positionOf(week)
}

/** The first instant of the week of an instant; 1970-01-01 was a Thursday. */
function mondayOf(instant: Instant): Instant {
  const start = startOfDate(dateOf(instant))
  const day = Math.round((start + 8 * 3_600_000) / dayMilliseconds)
  return start - ((((day + 3) % 7) + 7) % 7) * dayMilliseconds
}
