import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import {
  findNames,
  listOrganisations,
  listStandings,
  type Names,
  type Standing,
} from '#platform/server/identity/index.ts'
import { advance, listNodes, type NodeRow, nodeOf, rulesOfPlan } from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { type CheckRule, usualCheckRule } from '../../domain/check/check-rule.ts'
import type { CheckedNode } from '../../domain/check/checked-node.ts'
import type { PlanFrame } from '../../domain/check/schedule-plan.ts'
import type { Borne } from '../../domain/check/week-load.ts'
import { findProject, type PlanSummary } from '../project-store.ts'
import { readReach } from '../reach.ts'
import { listBorne } from './load-store.ts'

/** A plan as time has left it by now, ready to be reckoned with. */
export type PlanFacts = {
  readonly project: PlanSummary
  readonly nodes: readonly CheckedNode[]
  readonly frame: PlanFrame
}

/** What else the check and the levelling ask of the county. */
export type PeopleFacts = {
  readonly units: ReadonlySet<string>
  readonly standings: ReadonlyMap<string, Standing>
  readonly names: Names
  /** What the plan's people bear in other running plans; which ones is not told, so confidential ones count too. */
  readonly elsewhere: readonly Borne[]
}

/** Reads a plan within the caller's reach; refuses one that is out of reach as one that is not there. */
export async function readPlanFacts(
  services: Services,
  call: CallContext['call'],
  tx: Transaction,
  id: string,
): Promise<PlanFacts> {
  const { jurisdiction } = call.actor
  const [project, rows] = await Promise.all([
    findProject(tx, jurisdiction, readReach(call.actor), id),
    listNodes(tx, jurisdiction, id),
  ])
  if (project === undefined) refused('record.unknown')
  const rules = rulesOfPlan(services.rules(), project)
  const now = call.now.getTime()
  const running = project.started_at !== null
  const nodes = rows.map((row) =>
    checkedNodeOf(row, row.leaf && running ? advance(rules, nodeOf(row), now).node : nodeOf(row)),
  )
  return { project, nodes, frame: { running, now } }
}

/** Reads what is asked about the people and units of a plan. */
export async function readPeopleFacts(
  services: Services,
  call: CallContext['call'],
  tx: Transaction,
  { project, nodes }: PlanFacts,
): Promise<PeopleFacts> {
  const { jurisdiction } = call.actor
  const people = ownersOf(nodes)
  const [around, borne] = await Promise.all([
    readOwners(tx, { jurisdiction, now: call.now }, nodes),
    services.database.asSystem(jurisdiction, (all) => listBorne(all, jurisdiction, people, project.id)),
  ])
  return {
    ...around,
    elsewhere: borne.map(({ person, start, finish }) => ({ person, start: start.getTime(), finish: finish.getTime() })),
  }
}

/** Reads which units there are, and how those whom a plan names stand with the county. */
export async function readOwners(
  tx: Transaction,
  { jurisdiction, now }: { readonly jurisdiction: string; readonly now: Date },
  nodes: readonly CheckedNode[],
): Promise<Omit<PeopleFacts, 'elsewhere'>> {
  const people = ownersOf(nodes)
  const [units, standings] = await Promise.all([
    listOrganisations(tx, jurisdiction),
    listStandings(tx, jurisdiction, people, now),
  ])
  const posts = standings.flatMap(({ posts }) => posts.map((path) => path.at(-1) ?? ''))
  const organisations = [...nodes.map((node) => node.organisation), ...posts]
  const names = await findNames(tx, jurisdiction, { organisations, people })
  return {
    units: new Set(units.map((unit) => String(unit.id))),
    standings: new Map(standings.map((one) => [one.person, one])),
    names,
  }
}

function ownersOf(nodes: readonly CheckedNode[]): string[] {
  return [...new Set(nodes.flatMap((node) => (node.leaf && node.person !== null ? [node.person] : [])))]
}

/** The thresholds of the check, as the county has them at an instant. */
export function checkRuleOf(rules: CountyRules, now: Date): CheckRule {
  const rule = rules.checkRuleAt(now.getTime())
  if (rule === undefined) return usualCheckRule
  const { id, version, thresholds, onBlocking = usualCheckRule.onBlocking } = rule
  return { id, version: String(version), onBlocking, ...thresholds }
}

/** A row of a plan as the check sees it, by where it stands now. */
export function checkedNodeOf(row: NodeRow, present: ReturnType<typeof nodeOf>): CheckedNode {
  return {
    ...{ id: row.id, code: row.code, title: row.title, parent: row.parent_id, leaf: row.leaf },
    ...{ deliverable: row.deliverable, organisation: row.organisation, person: row.person, links: row.links },
    plannedStart: present.plannedStart,
    deadline: present.deadline,
    weight: Number(row.weight),
    progress: present.state === 'submitted' ? 100 : present.progress,
    startedAt: present.startedAt,
    finishedAt: present.finishedAt,
  }
}
