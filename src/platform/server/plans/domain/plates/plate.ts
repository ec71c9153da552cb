import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { plannedProgress } from '../lamp.ts'
import { type Closing, closingOf, type Month, startOfMonth } from './month.ts'

/*
 * The three plates (三色牌), given once a month for each project and responsible unit, as SYSTEMS.md A1 publishes them:
 *   green   the unit met or exceeded its month's plan;
 *   red     it did not;
 *   yellow  it leads the project, met its own plan or had none, and a responsible unit did not meet its (joint liability,
 *           连带责任). A lead unit that missed its own plan has a red plate, not both.
 *
 * A node is in a month's play when its planned start lies before the close and its deadline is not before the month, or when it
 * was still not handed in as the month began: what is overdue stays in play until it is handed in. A unit has a plate where a
 * node of its own is in play; the lead unit has one wherever anybody has, or only its joint one, as the county chooses.
 *
 * The plan of a unit's month is met when at the close
 *   - every node in play whose deadline has come is handed in,
 *   - at most `openFaults` deliverables stand returned and not handed in again, and
 *   - reached ≥ planned − tolerance, where `planned` is the share of the planned curves of its nodes in play (each even in
 *     working time from planned start to deadline) and `reached` the share reported, both weighted by planned working time.
 * Facts are those of the closing instant; what was done later belongs to the next month. Like the lamp, the plate makes no
 * exceptions for reasons; those belong to an appeal.
 */

export const plateColours = ['red', 'yellow', 'green'] as const
export type PlateColour = (typeof plateColours)[number]

/** The county's rule of plates at a version. */
export type PlateRule = {
  readonly id: string
  readonly version: string
  readonly effectiveFrom: string
  readonly closes: Closing
  /** A share of the unit's planned working time. */
  readonly tolerance: number
  readonly openFaults: number
  readonly lead: 'always' | 'joint-only'
}

/** A leaf as it stood at the close. */
export type ClosedNode = {
  readonly id: string
  readonly organisation: string
  readonly plannedStart: Instant
  readonly deadline: Instant
  /** Planned working time in milliseconds. */
  readonly weight: number
  /** Per cent. */
  readonly progress: number
  /** When the deliverable was handed in; null while it is not, or stands returned. */
  readonly submittedAt: Instant | null
  readonly returned: boolean
}

/** How a unit's month went: shares from 0 to 1, nodes by id. */
export type MonthResult = {
  readonly isMet: boolean
  readonly planned: number
  readonly reached: number
  readonly nodes: readonly string[]
  readonly overdue: readonly string[]
  readonly faults: readonly string[]
}

/** One plate of a month. `result` is empty for a lead unit without nodes in play; `missedBy` are the units that missed theirs. */
export type Plate = {
  readonly organisation: string
  readonly colour: PlateColour
  readonly result: MonthResult | null
  readonly missedBy: readonly string[]
}

/** A plan at the close of a month. */
export type PlanAtClose = { readonly month: Month; readonly lead: string; readonly nodes: readonly ClosedNode[] }

/** The plates of a plan for a month, by unit. */
export function platesOf(calendar: WorkCalendar, rule: PlateRule, plan: PlanAtClose): readonly Plate[] {
  const closing = closingOf(calendar, plan.month, rule.closes)
  const inPlay = plan.nodes.filter((node) => isInPlay(node, plan.month, closing))
  const units = [...new Set(inPlay.map(({ organisation }) => organisation))].sort()
  const results = new Map(
    units.map((unit) => {
      const own = inPlay.filter(({ organisation }) => organisation === unit)
      return [unit, resultOf(calendar, rule, own, closing)] as const
    }),
  )
  const missedBy = units.filter((unit) => unit !== plan.lead && results.get(unit)?.isMet === false)
  const own = units.map((unit) => plateOf(unit, results.get(unit) ?? null, unit === plan.lead ? missedBy : []))
  if (results.has(plan.lead) || units.length === 0) return own
  const joint = plateOf(plan.lead, null, missedBy)
  return joint.colour === 'yellow' || rule.lead === 'always' ? [...own, joint] : own
}

function isInPlay(node: ClosedNode, month: Month, closing: Instant): boolean {
  const start = startOfMonth(month)
  const wasOpen = node.submittedAt === null || node.submittedAt >= start
  return node.plannedStart <= closing && (node.deadline >= start || wasOpen)
}

function resultOf(
  calendar: WorkCalendar,
  rule: PlateRule,
  nodes: readonly ClosedNode[],
  closing: Instant,
): MonthResult {
  const whole = nodes.reduce((sum, { weight }) => sum + weight, 0)
  const shareOf = (of: (node: ClosedNode) => number) =>
    nodes.reduce((sum, node) => sum + of(node) * (whole > 0 ? node.weight / whole : 1 / nodes.length), 0)
  const planned = shareOf((node) => plannedProgress(calendar, node, closing))
  const reached = shareOf(({ progress }) => progress / 100)
  const overdue = nodes.filter(({ deadline, submittedAt }) => deadline <= closing && submittedAt === null)
  const faults = nodes.filter(({ returned }) => returned)
  const isOnCurve = reached + rule.tolerance + roundingError >= planned
  return {
    isMet: overdue.length === 0 && faults.length <= rule.openFaults && isOnCurve,
    planned,
    reached,
    ...{ nodes: nodes.map(idOf), overdue: overdue.map(idOf), faults: faults.map(idOf) },
  }
}

function plateOf(organisation: string, result: MonthResult | null, missedBy: readonly string[]): Plate {
  const colour = result?.isMet === false ? 'red' : missedBy.length > 0 ? 'yellow' : 'green'
  return { organisation, colour, result, missedBy }
}

/** Shares are sums of fractions: what is exactly on the threshold is met. */
const roundingError = 1e-9

function idOf({ id }: ClosedNode): string {
  return id
}
