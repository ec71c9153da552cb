import { dateOf, describeDay, type WorkAxis, type WorkCalendar, workAxis } from '#platform/kernel/working-time/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { leavesBelow, type NodeRow, progressOf } from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { FileBaseline, FileHours } from '../../domain/mspdi/project-file.ts'
import { type WrittenPlan, type WrittenTask, writeProjectXml } from '../../domain/mspdi/write-project-xml.ts'
import { type ExportFacts, fileOf, readExportFacts } from './export-facts.ts'

const dayMilliseconds = 86_400_000
const mostBaselines = 11

/** A project as Project XML: its dates, links, progress and baselines, and the county's calendar. */
export async function exportXml(services: Services, call: CallContext['call'], id: string): Promise<File> {
  const facts = await readExportFacts(call, id)
  const xml = writeProjectXml(writtenPlanOf(facts, services.rules().calendar, call.now.getTime()))
  return fileOf(facts.project.title, 'xml', 'application/xml', xml)
}

/** A project in the words of Project XML. */
export function writtenPlanOf(facts: ExportFacts, calendar: WorkCalendar, at: number): WrittenPlan {
  const { project, nodes } = facts
  const axis = workAxis(calendar)
  const uids = new Map(nodes.map((node, place) => [node.id, place + 1]))
  const owners = ownersOf(facts)
  const baselinesOf = baselineTeller(facts)
  return {
    ...{ title: project.title, at },
    minutesPerDay: Math.round(calendar.ordinaryDayMilliseconds / 60_000),
    ...calendarOf(calendar, nodes),
    tasks: nodes.map((node, place) => taskOf(node, { facts, place, axis, uids, baselinesOf })),
    resources: owners.resources,
    assignments: nodes.flatMap((node) => {
      const resource = node.leaf ? owners.uidOf(node) : undefined
      return resource === undefined ? [] : [{ task: uids.get(node.id) ?? 0, resource }]
    }),
  }
}

type Place = {
  readonly facts: ExportFacts
  readonly place: number
  readonly axis: WorkAxis
  readonly uids: ReadonlyMap<string, number>
  baselinesOf(node: NodeRow): readonly FileBaseline[]
}

function taskOf(node: NodeRow, { facts, place, axis, uids, baselinesOf }: Place): WrittenTask {
  const [start, finish] = [node.planned_start.getTime(), node.deadline.getTime()]
  const imported = facts.imported.get(node.id)
  const work = (from: number, to: number) => Math.max(0, axis.positionOf(to) - axis.positionOf(from)) / 60_000
  const actualStart = node.started_at ?? imported?.actual_start
  const actualFinish = node.finished_at ?? imported?.actual_finish
  return {
    ...{ uid: uids.get(node.id) ?? 0, code: node.code, level: node.depth + 1, summary: !node.leaf, name: node.title },
    ...{ start, finish, workingMinutes: work(start, finish), percent: percentOf(node, facts, place) },
    actualStart: actualStart?.getTime() ?? null,
    actualFinish: actualFinish?.getTime() ?? null,
    notes: imported?.notes ?? '',
    ...{
      deliverable: node.deliverable,
      nature: node.nature,
      organisation: facts.names.organisation(node.organisation),
    },
    links: node.links.flatMap(({ node: before, kind, lag }) => {
      const uid = uids.get(before)
      return uid === undefined ? [] : [{ uid, kind, lagMinutes: lag / 60_000 }]
    }),
    baselines: baselinesOf(node).map((one) => ({ ...one, workingMinutes: work(one.start, one.finish) })),
  }
}

/** A plan that has begun tells its own progress, a draft what the file said that it came from. */
function percentOf(node: NodeRow, { project, nodes, imported }: ExportFacts, place: number): number {
  if (project.started_at === null) return imported.get(node.id)?.percent ?? 0
  if (node.leaf) return node.state === 'done' ? 100 : node.progress
  const leaves = leavesBelow(nodes, place).map(({ progress, weight }) => ({ progress, weight: Number(weight) }))
  return Math.round(progressOf(leaves) * 100)
}

/** Baselines of a file keep the numbers that they came with; our own take those that no node has, in their order. */
function baselineTeller({ imported, baselines }: ExportFacts): (node: NodeRow) => readonly FileBaseline[] {
  const taken = new Set([...imported.values()].flatMap((row) => row.baselines.map(({ number }) => number)))
  const free = Array.from({ length: mostBaselines }, (_, number) => number).filter((number) => !taken.has(number))
  const own = new Map<string, FileBaseline[]>()
  for (const { node, number, start, finish } of baselines) {
    const place = free[number - 1]
    const told = own.get(node) ?? []
    if (place !== undefined) told.push({ number: place, start: start.getTime(), finish: finish.getTime() })
    own.set(node, told)
  }
  return ({ id }) =>
    [...(imported.get(id)?.baselines ?? []), ...(own.get(id) ?? [])].sort((a, b) => a.number - b.number)
}

/** Each unit and each person of a unit is a resource, named so that an import knows them again. */
function ownersOf({ nodes, names }: ExportFacts) {
  const uids = new Map<string, number>()
  const keyOf = ({ organisation, person }: NodeRow) => `${organisation} ${person ?? ''}`
  const resources: { uid: number; name: string; group: string }[] = []
  for (const node of nodes.filter((one) => one.leaf)) {
    if (uids.has(keyOf(node))) continue
    const uid = resources.length + 1
    uids.set(keyOf(node), uid)
    const unit = names.organisation(node.organisation)
    resources.push({ uid, name: node.person === null ? unit : `${names.person(node.person)}（${unit}）`, group: unit })
  }
  return { resources, uidOf: (node: NodeRow) => uids.get(keyOf(node)) }
}

/** The county's hours of an ordinary day, and its holidays and make-up days around the plan. */
function calendarOf(calendar: WorkCalendar, nodes: readonly NodeRow[]): Pick<WrittenPlan, 'hours' | 'exceptions'> {
  const hoursOn = (day: number): FileHours =>
    (calendar.schedules[day - calendar.firstDay]?.sessions ?? []).map(
      ({ startMilliseconds, endMilliseconds }) => [startMilliseconds / 60_000, endMilliseconds / 60_000] as const,
    )
  const instants = nodes.flatMap((node) => [node.planned_start.getTime(), node.deadline.getTime()])
  const [from, to] = instants.reduce(
    ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
    [Infinity, -Infinity],
  )
  const exceptions = [...calendar.specialDays.keys()]
    .filter(
      (day) => (day + 1) * dayMilliseconds >= from - dayMilliseconds && day * dayMilliseconds <= to + dayMilliseconds,
    )
    .sort((a, b) => a - b)
    .map((day) => {
      const date = dateOf(day * dayMilliseconds)
      return { name: describeDay(calendar, date).name ?? '', date, hours: hoursOn(day) }
    })
  const ordinary = Array.from({ length: 7 }, (_, day) => hoursOn(calendar.firstDay + day)).find(
    (hours) => hours.length > 0,
  )
  return { hours: ordinary ?? [], exceptions }
}
