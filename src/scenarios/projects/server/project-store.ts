import type { Transaction } from '#platform/server/database/index.ts'
import { type NodeRow, nodeColumns, type PlanRow } from '#platform/server/plans/index.ts'
import type { ReadReach } from './reach.ts'

/** A leaf with its plan's title and lead. */
export type ListedNode = NodeRow & {
  readonly plan_title: string
  readonly plan_started_at: Date | null
  readonly lead_organisation: string
  readonly lead_person: string | null
  readonly lamp_rule: string
  readonly lamp_rule_version: string
}

const listed = `${nodeColumns}, p.title as plan_title, p.started_at as plan_started_at, p.lead_organisation, p.lead_person, p.lamp_rule,
  p.lamp_rule_version from plans.node n join plans.plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id`

/** A person's leaves of running plans that are not done, nearest deadline first. */
export function listPersonsNodes(tx: Transaction, jurisdiction: string, person: string): Promise<ListedNode[]> {
  return tx.prepared<ListedNode>(
    'projects.list-persons-nodes',
    `select ${listed} where n.jurisdiction_id = $1 and n.person = $2 and n.leaf and p.state = 'running'
      and n.state in ('planned', 'running', 'submitted', 'returned') order by n.deadline limit 500`,
    [jurisdiction, person],
  )
}

/** Leaves handed in to an organisation that leads their plans, longest waiting first. */
export function listToAccept(tx: Transaction, jurisdiction: string, lead: string): Promise<ListedNode[]> {
  return tx.prepared<ListedNode>(
    'projects.list-to-accept',
    `select ${listed} where n.jurisdiction_id = $1 and n.state = 'submitted' and n.leaf and p.lead_organisation = $2
      order by n.submitted_at limit 200`,
    [jurisdiction, lead],
  )
}

/** Leaves of running plans that units are responsible for, nearest deadline first. */
export function listUnitsNodes(tx: Transaction, jurisdiction: string, units: readonly string[]): Promise<ListedNode[]> {
  return tx.prepared<ListedNode>(
    'projects.list-units-nodes',
    `select ${listed} where n.jurisdiction_id = $1 and n.organisation = any($2) and n.leaf and p.state = 'running'
      and n.state <> 'done' order by n.deadline limit 2000`,
    [jurisdiction, units],
  )
}

/** Leaves by id. */
export function listNodesById(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<ListedNode[]> {
  return tx.prepared<ListedNode>(
    'projects.list-nodes-by-id',
    `select ${listed} where n.jurisdiction_id = $1 and n.id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** Titles of nodes, and how far they are. */
export function listTitles(
  tx: Transaction,
  jurisdiction: string,
  ids: readonly string[],
): Promise<{ id: string; title: string; started: boolean; done: boolean }[]> {
  return tx.prepared(
    'projects.list-titles',
    `select id, title, state <> 'planned' as started, state = 'done' as done from plans.node where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** Open leaves and red ones of units, by unit. */
export function countUnits(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
): Promise<{ organisation: string; nodes: number; red: number }[]> {
  return tx.prepared(
    'projects.count-units',
    `select n.organisation, count(*)::int as nodes, (count(*) filter (where n.lamp = 'red'))::int as red
      from plans.node n join plans.plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id
      where n.jurisdiction_id = $1 and n.organisation = any($2) and n.leaf and p.state = 'running' and n.state <> 'done'
      group by n.organisation order by red desc, nodes desc, n.organisation`,
    [jurisdiction, units],
  )
}

/** A plan with the sums of its leaves. */
export type PlanSummary = PlanRow & {
  readonly nodes: number
  readonly done: number
  readonly lamps: Readonly<Record<string, number>>
  /** Progress weighted by planned working time, 0 to 1. */
  readonly summed: number
  readonly starts: Date
  readonly ends: Date
  /** How urgent, larger first: red leaves count most, then yellow. */
  readonly urgency: bigint
}

/** Filters of the list of projects. */
export type ProjectFilter = {
  readonly search: string | undefined
  readonly lamp: string | undefined
  readonly unit: string | undefined
  readonly ids: readonly string[] | undefined
  readonly offset: number
  readonly limit: number
}

/**
 * Plans within a reach, most urgent first, and how many there are in all. They are put in order by their troubled leaves and their
 * ends alone; all leaves are summed up only for those that are given.
 */
export function listProjects(
  tx: Transaction,
  jurisdiction: string,
  reach: ReadReach,
  filter: ProjectFilter,
): Promise<(PlanSummary & { total: number })[]> {
  const search = filter.search === undefined ? null : `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
  return tx.prepared('projects.list-projects', listing, [
    jurisdiction,
    reach.all,
    reach.organisations,
    reach.person,
    search,
    filter.ids ?? null,
    filter.unit ?? null,
    filter.lamp ?? null,
    filter.offset,
    filter.limit,
  ])
}

const listing = `with troubled as (
    select n.plan_id, count(*) filter (where n.lamp = 'red') * 1000 + count(*) filter (where n.lamp = 'yellow') as urgency
    from plans.node n
    where n.jurisdiction_id = $1 and n.leaf and n.state <> 'done' and n.lamp in ('red', 'yellow')
      and ($6::uuid[] is null or n.plan_id = any($6))
    group by n.plan_id
  ), listed as (
    select p.id, coalesce(t.urgency, 0) as urgency, (count(*) over ())::int as total,
      (select max(n.deadline) from plans.node n where n.jurisdiction_id = $1 and n.plan_id = p.id and n.leaf) as ends
    from plans.plan p left join troubled t on t.plan_id = p.id
    where p.jurisdiction_id = $1
      and ($2::boolean or p.lead_organisation = any($3) or p.lead_person = $4::uuid or exists (
        select from plans.node n where n.jurisdiction_id = $1 and n.plan_id = p.id
          and (n.organisation = any($3) or n.person = $4::uuid)))
      and ($5::text is null or p.title like $5)
      and ($6::uuid[] is null or p.id = any($6))
      and ($7::text is null or p.lead_organisation = $7 or exists (
        select from plans.node n where n.jurisdiction_id = $1 and n.plan_id = p.id and n.organisation = $7))
      and ($8::text is null or exists (
        select from plans.node n where n.jurisdiction_id = $1 and n.plan_id = p.id and n.leaf and n.lamp = $8))
    order by urgency desc, ends, p.id offset $9 limit $10
  )
  select p.*, l.urgency, l.total, l.ends, s.nodes, s.done, s.starts, s.summed, jsonb_build_object('white', s.white,
    'blue', s.blue, 'green', s.green, 'yellow', s.yellow, 'red', s.red) as lamps
  from listed l join plans.plan p on p.jurisdiction_id = $1 and p.id = l.id cross join lateral (
    select count(*)::int as nodes, (count(*) filter (where n.state = 'done'))::int as done, min(n.planned_start) as starts,
      coalesce(sum(n.progress * n.weight)::float8 / nullif(sum(n.weight), 0) / 100, 0) as summed,
      count(*) filter (where n.lamp = 'white') as white, count(*) filter (where n.lamp = 'blue') as blue,
      count(*) filter (where n.lamp = 'green') as green, count(*) filter (where n.lamp = 'yellow') as yellow,
      count(*) filter (where n.lamp = 'red') as red
    from plans.node n where n.jurisdiction_id = $1 and n.plan_id = l.id and n.leaf
  ) s
  order by l.urgency desc, l.ends, l.id`

/** One plan with the sums of its leaves, where the reach has it. */
export async function findProject(
  tx: Transaction,
  jurisdiction: string,
  reach: ReadReach,
  id: string,
): Promise<PlanSummary | undefined> {
  const filter = { search: undefined, lamp: undefined, unit: undefined, ids: [id], offset: 0, limit: 1 }
  const [project] = await listProjects(tx, jurisdiction, reach, filter)
  return project
}

/**
 * Figures for `xianqu doctor`. A lamp counts as given where it judges: blue of a deliverable that was accepted as ahead of its plan,
 * every yellow and every red; `lampTurns` are all changes of lamps.
 */
export async function countProjects(tx: Transaction, jurisdiction: string): Promise<Record<string, number>> {
  const [row] = await tx.query<Record<string, number>>(
    `with lit as (
      select p.body ->> 'to' as colour, count(*)::int as turns
      from journal.entry e join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
      where e.jurisdiction_id = $1 and e.kind = 'plans.lamp.given' group by 1
    ), given as (
      select (select count(*)::int from plans.node where jurisdiction_id = $1 and leaf and state = 'done' and lamp = 'blue') as blue,
        coalesce((select turns from lit where colour = 'yellow'), 0) as yellow,
        coalesce((select turns from lit where colour = 'red'), 0) as red
    ), plates as (
      select count(*)::int as all, (count(*) filter (where colour = 'green'))::int as green,
        (count(*) filter (where colour = 'yellow'))::int as yellow, (count(*) filter (where colour = 'red'))::int as red
      from plans.plate where jurisdiction_id = $1
    )
    select (select count(*)::int from plans.plan where jurisdiction_id = $1) as projects,
      (select count(*)::int from plans.node where jurisdiction_id = $1 and leaf) as nodes,
      (select count(*)::int from (
        select person from plans.node where jurisdiction_id = $1 and person is not null
        union select lead_person from plans.plan where jurisdiction_id = $1 and lead_person is not null) as people) as participants,
      g.blue + g.yellow + g.red as lamps, g.blue as "lampsBlue", g.yellow as "lampsYellow", g.red as "lampsRed",
      coalesce((select sum(turns)::int from lit), 0) as "lampTurns",
      p.all as plates, p.green as "platesGreen", p.yellow as "platesYellow", p.red as "platesRed",
      (select count(*)::int from obligations.obligation where jurisdiction_id = $1) as obligations
    from given g, plates p`,
    [jurisdiction],
  )
  if (row === undefined) throw new Error('a count without a row')
  return row
}
