import { dateOf, describeDay, type WorkCalendar, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { networkFindings } from './check-network.ts'
import type { CheckRule } from './check-rule.ts'
import { type CheckedNode, nameOf } from './checked-node.ts'
import { type Found, finding, severities } from './finding.ts'
import { isMeasurable } from './measurable.ts'
import { type PlanFrame, schedulePlan } from './schedule-plan.ts'
import type { WeekLoad } from './week-load.ts'

/*
 * The check of a plan before its start (SYSTEMS.md A1). A leaf is fixed when it has one responsible unit that exists, a
 * person in post there (in the unit itself or in what belongs to it), a deliverable that can be measured and working time to do it in; the tree is sound when no child is due
 * after what stands above it and no branch has a single child; the links are sound when none leads out of the plan or round
 * in a circle and no node starts before they allow. What the plan costs its people is the load of their weeks.
 */

/** Whether an owner is still there, and where: each post by its organisation's path, the organisation itself last. */
export type OwnerStanding = { readonly hasLeft: boolean; readonly posts: readonly (readonly string[])[] }

/** What the check asks of the world around the plan. */
export type Surroundings = {
  readonly calendar: WorkCalendar
  readonly rule: CheckRule
  readonly frame: PlanFrame
  /** The units that are there. */
  readonly units: ReadonlySet<string>
  /** How the plan's people stand with the county, by person. */
  readonly standings: ReadonlyMap<string, OwnerStanding>
  nameOfUnit(id: string): string
  nameOfPerson(id: string): string
  /** What the plan's people bear by week over all running plans, this one among them. */
  readonly loads: ReadonlyMap<string, readonly WeekLoad[]>
}

/** Everything that is to be said of a plan, the gravest first, then in the order of the outline. */
export function checkPlan(nodes: readonly CheckedNode[], around: Surroundings): readonly Found[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const open = nodes.filter((node) => node.finishedAt === null)
  const found = [
    ...open.filter((node) => node.leaf).flatMap((leaf) => leafFindings(leaf, around)),
    ...open.flatMap((node) => treeFindings(node, byId)),
    ...singleChildren(nodes),
    ...networkFindings(nodes, schedulePlan(around.calendar, nodes, around.frame), around.calendar),
    ...unpublishedYears(open, around.calendar),
    ...overloads(around),
  ]
  return found.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

function leafFindings(leaf: CheckedNode, around: Surroundings): Found[] {
  const place = { nodes: [leaf.id] }
  const node = nameOf(leaf)
  const { organisation, person, deliverable } = leaf
  return [
    ...(organisation === '' ? [finding('unit-missing', place, { node })] : []),
    ...(organisation !== '' && !around.units.has(organisation)
      ? [finding('unit-gone', place, { node, unit: around.nameOfUnit(organisation) })]
      : []),
    ...(person === null ? [finding('person-missing', place, { node })] : []),
    ...ownerFindings(leaf, around),
    ...(deliverable.trim() === '' ? [finding('deliverable-missing', place, { node })] : []),
    ...(deliverable.trim() !== '' && !isMeasurable(deliverable)
      ? [finding('deliverable-unmeasurable', place, { node, deliverable })]
      : []),
    ...timeFindings(leaf, around),
  ]
}

function ownerFindings(leaf: CheckedNode, { units, standings, nameOfPerson, nameOfUnit }: Surroundings): Found[] {
  const { person, organisation } = leaf
  if (person === null) return []
  const place = { nodes: [leaf.id], person }
  const facts = { node: nameOf(leaf), person: nameOfPerson(person), unit: nameOfUnit(organisation) }
  const standing = standings.get(person)
  if (standing === undefined || standing.hasLeft) return [finding('account-closed', place, facts)]
  const { posts } = standing
  if (posts.length === 0) return [finding('person-left', place, facts)]
  if (!units.has(organisation) || posts.some((path) => path.includes(organisation))) return []
  const now = [...new Set(posts.map((path) => nameOfUnit(path.at(-1) ?? '')))]
  return [finding('person-moved', place, { ...facts, now })]
}

function timeFindings(leaf: CheckedNode, { calendar, rule }: Surroundings): Found[] {
  const place = { nodes: [leaf.id] }
  const node = nameOf(leaf)
  const work = workingTimeBetween(calendar, leaf.plannedStart, leaf.deadline).workingMilliseconds
  const days = Math.round(work / calendar.ordinaryDayMilliseconds)
  const deadline = dateOf(leaf.deadline)
  const day = describeDay(calendar, deadline)
  const most = rule.coarseWorkingDays
  return [
    ...(work <= 0 && leaf.deadline - leaf.plannedStart >= 1000
      ? [finding('no-working-time', place, { node, start: dateOf(leaf.plannedStart), deadline })]
      : []),
    ...(days > most ? [finding('too-coarse', place, { node, days, most })] : []),
    ...(day.isWorked ? [] : [finding('day-off', place, { node, deadline, name: day.name ?? '周末' })]),
  ]
}

function treeFindings(child: CheckedNode, byId: ReadonlyMap<string, CheckedNode>): Found[] {
  const above = child.parent === null ? undefined : byId.get(child.parent)
  const facts = { node: nameOf(child) }
  const isAfter = above !== undefined && child.deadline > above.deadline
  const gone = child.leaf && child.links.some((link) => !byId.has(link.node))
  const place = { nodes: [child.id, ...(above ? [above.id] : [])] }
  return [
    ...(isAfter ? [finding('after-parent', place, { ...facts, ...afterParent(child, above) })] : []),
    ...(gone ? [finding('predecessor-gone', { nodes: [child.id] }, facts)] : []),
  ]
}

function afterParent(child: CheckedNode, above: CheckedNode) {
  return { deadline: dateOf(child.deadline), parent: nameOf(above), parentDeadline: dateOf(above.deadline) }
}

function singleChildren(nodes: readonly CheckedNode[]): Found[] {
  const children = new Map<string, CheckedNode[]>()
  for (const node of nodes)
    if (node.parent !== null) children.set(node.parent, [...(children.get(node.parent) ?? []).slice(0, 1), node])
  return nodes.flatMap((node) => {
    const [child, other] = children.get(node.id) ?? []
    if (child === undefined || other !== undefined) return []
    return [finding('single-child', { nodes: [node.id, child.id] }, { node: nameOf(node), child: nameOf(child) })]
  })
}

function unpublishedYears(nodes: readonly CheckedNode[], calendar: WorkCalendar): Found[] {
  const years = new Map<number, string[]>()
  for (const node of nodes.filter((one) => one.leaf))
    for (const year of workingTimeBetween(calendar, node.plannedStart, node.deadline).provisionalYears)
      years.set(year, push(years.get(year), node.id))
  return [...years].map(([year, ids]) => finding('year-unpublished', { nodes: ids }, { year, count: ids.length }))
}

function push(ids: string[] = [], id: string): string[] {
  ids.push(id)
  return ids
}

function overloads({ loads, rule, nameOfPerson }: Surroundings): Found[] {
  return [...loads].flatMap(([person, weeks]) => {
    const over = weeks.filter(({ load }) => load > rule.overloadAbove + 1e-9)
    const worst = over.toSorted((a, b) => b.load - a.load || a.from - b.from)[0]
    if (worst === undefined) return []
    const facts = { week: dateOf(worst.from), load: percent(worst.load), nodes: worst.nodes, weeks: over.length }
    const named = { person: nameOfPerson(person), most: percent(rule.overloadAbove) }
    return [finding('overloaded', { nodes: [], person }, { ...facts, ...named })]
  })
}

const percent = (share: number) => Math.round(share * 100)
