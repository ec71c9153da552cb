import {
  addWorkingTime,
  type Instant,
  type WorkCalendar,
  workingTimeBetween,
} from '#platform/kernel/working-time/index.ts'

/*
 * The five lamps (五色灯) of a node, as SYSTEMS.md A1 publishes them; the two thresholds are the county's.
 *
 * The planned curve rises from 0 at the planned start to 1 at the deadline, evenly in working time. A node is
 *   yellow  when its deliverable was returned and is not handed in again, until the deadline passes;
 *   red     when the deadline has passed, or the curve is `behindBy` or more above the progress reported;
 *   blue    when the progress reported is `aheadBy` or more above the curve;
 *   green   when it runs otherwise;
 *   white   when it has not started otherwise.
 * A deliverable counts from the instant at which it was handed in, if it is accepted later: its owner does not bear the
 * acceptor's time. Handed in, the lamp no longer moves: red after the deadline, blue with `aheadBy` or more of the whole
 * working time to spare, else green. The lamp makes no exceptions for persons or reasons; those belong to an appeal.
 */

/** The lamps, in the order in which a list of work shows them. */
export const lamps = ['red', 'yellow', 'green', 'blue', 'white'] as const
export type Lamp = (typeof lamps)[number]

/** The county's thresholds, as shares of the node's whole planned working time, and the rule's name and version. */
export type LampRule = {
  readonly id: string
  readonly version: string
  /** The day from which it holds, YYYY-MM-DD. */
  readonly effectiveFrom: string
  readonly aheadBy: number
  readonly behindBy: number
}

/** What the lamp depends on, and nothing else. */
export type LampFacts = {
  readonly plannedStart: Instant
  readonly deadline: Instant
  /** Per cent reported, 0 to 100. */
  readonly progress: number
  readonly startedAt: Instant | null
  /** When the deliverable was handed in; null again when it is returned. */
  readonly submittedAt: Instant | null
  /** Whether it stands returned with a fault. */
  readonly returned: boolean
}

/** The lamp at an instant. */
export function lampAt(calendar: WorkCalendar, rule: LampRule, facts: LampFacts, now: Instant): Lamp {
  const curve = curveOf(calendar, rule, facts)
  if (facts.submittedAt !== null) return lampOfSubmission(calendar, rule, facts, facts.submittedAt, curve.whole)
  if (now > facts.deadline) return 'red'
  if (facts.returned) return 'yellow'
  const worked = curve.workedUntil(now)
  if (worked >= curve.behindFrom) return 'red'
  if (worked <= curve.aheadThrough) return 'blue'
  return facts.startedAt !== null && facts.startedAt <= now ? 'green' : 'white'
}

/** The next change if nothing is reported: its instant and lamp; nothing where the lamp will stay. */
export function nextLamp(
  calendar: WorkCalendar,
  rule: LampRule,
  facts: LampFacts,
  now: Instant,
): { readonly at: Instant; readonly lamp: Lamp } | undefined {
  if (facts.submittedAt !== null) return undefined
  const present = lampAt(calendar, rule, facts, now)
  return turningPoints(calendar, rule, facts)
    .filter((at) => at > now)
    .sort((a, b) => a - b)
    .map((at) => ({ at, lamp: lampAt(calendar, rule, facts, at) }))
    .find(({ lamp }) => lamp !== present)
}

/** Planned progress at an instant, 0 to 1, by the curve. */
export function plannedProgress(
  calendar: WorkCalendar,
  facts: Pick<LampFacts, 'plannedStart' | 'deadline'>,
  now: Instant,
): number {
  const whole = workingTimeBetween(calendar, facts.plannedStart, facts.deadline).workingMilliseconds
  if (whole <= 0) return now >= facts.deadline ? 1 : 0
  return Math.min(1, Math.max(0, workingTimeBetween(calendar, facts.plannedStart, now).workingMilliseconds / whole))
}

function lampOfSubmission(
  calendar: WorkCalendar,
  rule: LampRule,
  facts: LampFacts,
  submittedAt: Instant,
  whole: number,
): Lamp {
  if (submittedAt > facts.deadline) return 'red'
  const spare = workingTimeBetween(calendar, submittedAt, facts.deadline).workingMilliseconds
  return whole > 0 && spare >= rule.aheadBy * whole ? 'blue' : 'green'
}

/** Instants at which the lamp may turn, whole milliseconds of working time on the curve. */
function turningPoints(calendar: WorkCalendar, rule: LampRule, facts: LampFacts): Instant[] {
  const curve = curveOf(calendar, rule, facts)
  const points = [facts.deadline + 1]
  if (curve.behindFrom <= curve.whole) points.push(addWorkingTime(calendar, facts.plannedStart, curve.behindFrom).at)
  if (curve.aheadThrough >= 0) points.push(addWorkingTime(calendar, facts.plannedStart, curve.aheadThrough + 1).at)
  return points
}

function curveOf(calendar: WorkCalendar, rule: LampRule, facts: LampFacts) {
  const whole = Math.max(0, workingTimeBetween(calendar, facts.plannedStart, facts.deadline).workingMilliseconds)
  const reported = facts.progress / 100
  return {
    whole,
    workedUntil: (now: Instant) =>
      now <= facts.plannedStart ? 0 : workingTimeBetween(calendar, facts.plannedStart, now).workingMilliseconds,
    /** Working time on the curve from which on the node is behind; more than the whole means not before the deadline. */
    behindFrom: whole > 0 ? Math.max(1, Math.round((reported + rule.behindBy) * whole)) : Number.POSITIVE_INFINITY,
    /** Working time on the curve through which the node is ahead; negative means it is not. */
    aheadThrough: whole > 0 && reported >= rule.aheadBy ? Math.round((reported - rule.aheadBy) * whole) : -1,
  }
}
