import type { Transaction } from '#platform/server/database/index.ts'
import { type Facts, readFacts } from '#platform/server/figures/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findJurisdiction, findNames, listOrganisations, type Names } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Cockpit, TroubledProject } from '../../../contract/cockpit.ts'
import { type GraphNode, listGraph, listLongestLate } from '../../cockpit-store.ts'
import { projectFigures } from '../../figures/project-figures.ts'
import { cellsOf, groupOf, lampsOf, sumOf } from './cells.ts'
import { eventsOf, partyOf, text } from './events.ts'
import { monthsOf, platesOf } from './months.ts'
import { daysOf, type Figures, monthsBefore, readFigures } from './read-figures.ts'
import { lateNodeOf, type Reasoning, rootOf } from './reasons.ts'
import { unitsOf, worstUnits } from './units.ts'

const shownUnits = 8
const shownEvents = 24

/** The county at a glance, with the eyes of the post; in a hall without what is confidential, whoever signed in. */
export async function viewCockpit(
  services: Services,
  { call }: Pick<CallContext, 'call'>,
  { view }: { readonly view: 'own' | 'hall' },
): Promise<Cockpit> {
  const { jurisdiction } = call.actor
  const hall = view === 'hall'
  const scope = hall ? { jurisdiction, organisations: [] } : call.scope
  return services.database.transaction(scope, async (tx) => {
    const [figures, organisations, county] = await Promise.all([
      readFigures(tx, jurisdiction, call.now),
      listOrganisations(tx, jurisdiction),
      findJurisdiction(tx, jurisdiction),
    ])
    const units = unitsOf(figures, organisations)
    const exceptions = await readExceptions(tx, jurisdiction, figures, worstUnits(units, shownUnits))
    const reasoning = { calendar: services.rules().calendar, names: exceptions.names, now: call.now }
    return {
      ...{ county: county?.name ?? '', asOf: call.now.toISOString(), position: figures.position, hall },
      ...glanceOf(figures, call.now),
      projects: projectsOf(reasoning, figures, exceptions),
      units,
      late: exceptions.late.map((node) => lateNodeOf(reasoning, node)),
      events: eventsOf(figures.events, exceptions.names, exceptions.plans).slice(0, shownEvents),
      definitions,
    }
  })
}

const definitions = Object.fromEntries(
  projectFigures.indicators.map(({ id, name, definition }) => [
    id,
    { name: [...name] as [string, string], definition: [...definition] as [string, string] },
  ]),
)

type Exceptions = {
  readonly graph: readonly GraphNode[]
  readonly late: readonly GraphNode[]
  readonly names: Names
  /** What the record says of projects, by id. */
  readonly plans: ReadonlyMap<string, Facts>
}

async function readExceptions(
  tx: Transaction,
  jurisdiction: string,
  figures: Figures,
  worst: readonly { readonly organisation: string }[],
): Promise<Exceptions> {
  const worstPlans = figures.worst.map(({ key }) => key[0] ?? '')
  const named = [...new Set([...worstPlans, ...figures.events.map(({ facts }) => text(facts.plan) ?? '')])]
  const place = { jurisdiction, book: projectFigures.name }
  const [graph, late, facts] = await Promise.all([
    listGraph(tx, jurisdiction, worstPlans),
    listLongestLate(
      tx,
      jurisdiction,
      worst.map(({ organisation }) => organisation),
    ),
    readFacts(
      tx,
      place,
      named.map((plan) => `plans.plan/${plan}`),
    ),
  ])
  const plans = new Map([...facts].map(([stream, fact]) => [stream.slice('plans.plan/'.length), fact]))
  const leads = worstPlans.map((plan) => text(plans.get(plan)?.lead))
  const units = figures.events.map((event) => text(event.facts.unit))
  const owners = [...graph, ...late].map((node) => node.organisation)
  const names = await findNames(tx, jurisdiction, { organisations: [...leads, ...units, ...owners] })
  return { graph, late, names, plans }
}

function projectsOf(reasoning: Reasoning, figures: Figures, { plans, graph, names }: Exceptions): TroubledProject[] {
  return figures.worst.flatMap(({ key }) => {
    const project = key[0] ?? ''
    const facts = plans.get(project)
    const leaves = graph.filter(({ plan_id }) => plan_id === project)
    if (facts === undefined || leaves.length === 0) return []
    const open = leaves.filter(({ state }) => state !== 'done')
    const lamps = { white: 0, blue: 0, green: 0, yellow: 0, red: 0 }
    for (const { lamp } of open) lamps[lamp as keyof typeof lamps] += 1
    return [
      {
        ...{ project, title: text(facts.title) ?? '', kind: text(facts.kind) ?? '', lamps },
        lead: partyOf(names, text(facts.lead)),
        ...{ done: leaves.length - open.length, nodes: leaves.length, root: rootOf(reasoning, leaves) },
      },
    ]
  })
}

function glanceOf(figures: Figures, now: Date) {
  const { today, soon, month } = daysOf(now)
  const { standing } = figures
  const lamps = lampsOf(cellsOf(standing, 'nodes.open', 'lamp'))
  const due = cellsOf(standing, 'nodes.open', 'due')
  const states = cellsOf(standing, 'projects.all', 'state')
  const climbed = cellsOf(standing, 'obligations.climbed', 'level')
  const months = monthsOf(figures, month, 15)
  return {
    lamps,
    lampsBefore: before(lamps, lampsOf(cellsOf(figures.today, 'nodes.open', 'lamp'))),
    figures: {
      running: sumOf(states.filter(({ key }) => key[0] === 'running')),
      projects: sumOf(states.filter(({ key }) => key[0] !== 'draft')),
      open: sumOf(cellsOf(standing, 'nodes.open', '')),
      done: sumOf(cellsOf(standing, 'nodes.done', '')),
      overdue: sumOf(due.filter(({ key }) => (key[0] ?? today) < today)),
      dueSoon: sumOf(due.filter(({ key }) => (key[0] ?? '') >= today && (key[0] ?? '') < soon)),
      people: figures.people,
      finishedToday: sumOf(cellsOf(figures.today, 'nodes.finished', '')),
      climbed: sumOf(climbed),
    },
    kinds: kindsOf(standing),
    onTime: onTimeOf(months, month),
    plates: recentPlates(standing, month),
    climbed: climbed
      .map(({ key, value }) => ({ level: Number(key[0]), count: value }))
      .sort((a, b) => a.level - b.level),
    hardCases: cellsOf(standing, 'hard-cases.all', 'state').map(({ key, value }) => ({
      state: key[0] ?? '',
      count: value,
    })),
    months,
  }
}

function kindsOf(standing: Figures['standing']): Cockpit['kinds'] {
  const kinds = groupOf(cellsOf(standing, 'projects.all', 'kind state'), ({ key }) => key[0])
  return [...kinds]
    .map(([kind, cells]) => ({
      kind,
      running: sumOf(cells.filter(({ key }) => key[1] === 'running')),
      all: sumOf(cells.filter(({ key }) => key[1] !== 'draft')),
    }))
    .sort((a, b) => b.running - a.running)
}

function onTimeOf(months: Cockpit['months'], month: string): Cockpit['onTime'] {
  const of = (wanted: string) => months.find((one) => one.month === wanted.slice(0, 7)) ?? { finished: 0, onTime: 0 }
  const [present, last] = [of(month), of(monthsBefore(month, 1))]
  return {
    ...{ month: month.slice(0, 7), finished: present.finished, onTime: present.onTime },
    ...{ finishedBefore: last.finished, onTimeBefore: last.onTime },
  }
}

/** The last month for which plates were given, and the one before it. */
function recentPlates(standing: Figures['standing'], month: string): Cockpit['plates'] {
  const given = cellsOf(standing, 'plates.given', 'month colour').map(({ key }) => key[0] ?? '')
  const last = given
    .filter((one) => one <= month.slice(0, 7))
    .sort()
    .at(-1)
  if (last === undefined) return null
  const previous = monthsBefore(`${last}-01`, 1).slice(0, 7)
  return {
    present: { month: last, ...platesOf(standing, last) },
    before: { month: previous, ...platesOf(standing, previous) },
  }
}

function before(now: Cockpit['lamps'], change: Cockpit['lamps']): Cockpit['lamps'] {
  return {
    ...{ white: now.white - change.white, blue: now.blue - change.blue, green: now.green - change.green },
    ...{ yellow: now.yellow - change.yellow, red: now.red - change.red },
  }
}
