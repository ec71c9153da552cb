import type { Activity } from './activity.ts'
import type { PlanLink } from './link.ts'

/** The oracle of the tests: earliest starts by raising them until every link holds, slow and plain. Not exported by the room. */
export function naiveEarliestStarts(activities: readonly Activity[], start: number): Map<string, number> {
  const starts = new Map(activities.map(({ id, startFrom }) => [id, Math.max(start, startFrom ?? start)]))
  const raise = (activity: Activity): boolean => {
    const bound = Math.max(...activity.links.map((link) => boundOf(activities, starts, activity, link)))
    if (bound <= (starts.get(activity.id) ?? 0)) return false
    starts.set(activity.id, bound)
    return true
  }
  while (activities.map(raise).includes(true));
  return starts
}

function boundOf(
  activities: readonly Activity[],
  starts: ReadonlyMap<string, number>,
  { duration }: Activity,
  { node, kind, lag }: PlanLink,
): number {
  const before = activities.find((one) => one.id === node)
  const from = (starts.get(node) ?? 0) + (kind === 'FS' || kind === 'FF' ? (before?.duration ?? 0) : 0)
  return from + lag - (kind === 'FF' || kind === 'SF' ? duration : 0)
}

/** Whether starting one activity so much later leaves the end where it is: what total slack promises. */
export function endWith(activities: readonly Activity[], start: number, id: string, startFrom: number): number {
  const moved = activities.map((one) => (one.id === id ? { ...one, startFrom } : one))
  const starts = naiveEarliestStarts(moved, start)
  return Math.max(...moved.map((one) => (starts.get(one.id) ?? 0) + one.duration))
}
