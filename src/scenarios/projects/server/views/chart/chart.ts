import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import {
  advance,
  type BaselineNodeRow,
  listBaselineNodes,
  listBaselines,
  listNodes,
  type NodeRow,
  nodeOf,
  rulesOfPlan,
} from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Chart, ChartNode } from '../../../contract/chart.ts'
import { findProject } from '../../project-store.ts'
import { readReach } from '../../reach.ts'
import { partyOf } from '../node-rows.ts'
import { sumUp } from '../summed.ts'
import { chartDays } from './chart-days.ts'
import { type ChartTiming, chartTimings, untimed } from './chart-schedule.ts'
import { ownerTable } from './owner-table.ts'

/** One project to be drawn; refuses one that is out of reach as one that is not there. */
export async function viewChart(services: Services, call: CallContext['call'], id: string): Promise<Chart> {
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const [project, stored] = await Promise.all([
      findProject(tx, jurisdiction, readReach(call.actor), id),
      listNodes(tx, jurisdiction, id),
    ])
    if (project === undefined) refused('record.unknown')
    const rules = services.rules()
    const planRules = rulesOfPlan(rules, project)
    const running = project.started_at !== null
    const now = call.now.getTime()
    const present = running ? stored.map((row) => presentOf(row, planRules, now)) : stored
    const timings = chartTimings(rules.calendar, present, { running, now })
    const baseline = await firstBaseline(tx, jurisdiction, id)
    const owners = ownerTable(stored)
    const names = await findNames(tx, jurisdiction, owners)
    return {
      project: id,
      title: project.title,
      version: project.version,
      now: call.now.toISOString(),
      minutesPerDay: Math.round(rules.calendar.ordinaryDayMilliseconds / 60_000),
      owners: owners.pairs.map(({ organisation, person }) => partyOf(names, organisation, person)),
      nodes: present.map((row, place) =>
        chartNodeOf(row.leaf ? row : { ...row, ...sumUp(present, place) }, {
          owner: owners.placeOf(row),
          timing: timings.get(row.id) ?? untimed,
          baseline: baseline.get(row.id),
        }),
      ),
      days: chartDays(rules.calendar, ...spanOf(stored, now)),
    }
  })
}

/** A leaf as time has left it by now. */
function presentOf(row: NodeRow, rules: ReturnType<typeof rulesOfPlan>, now: number): NodeRow {
  if (!row.leaf) return row
  const { node } = advance(rules, nodeOf(row), now)
  return { ...row, state: node.state, lamp: node.lamp, started_at: dateOrNull(node.startedAt) }
}

type Beside = {
  readonly owner: number
  readonly timing: ChartTiming
  readonly baseline: BaselineNodeRow | undefined
}

function chartNodeOf(row: NodeRow, { owner, timing, baseline }: Beside): ChartNode {
  return {
    node: row.id,
    parent: row.parent_id,
    depth: row.depth,
    leaf: row.leaf,
    code: row.code,
    title: row.title,
    owner,
    state: row.state,
    lamp: row.lamp,
    progress: row.progress,
    start: row.planned_start.toISOString(),
    deadline: row.deadline.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    baseline: movedFrom(row, baseline),
    forecastFinish: timing.forecastFinish === null ? null : new Date(timing.forecastFinish).toISOString(),
    slackMinutes: timing.slackMinutes,
    critical: timing.critical,
    links: row.links.map(({ node, kind, lag }) => ({ node, kind, lagMinutes: Math.round(lag / 60_000) })),
  }
}

/** The plan as it was first approved, where it has been changed since. */
async function firstBaseline(tx: Transaction, jurisdiction: string, plan: string) {
  const [first, ...later] = await listBaselines(tx, jurisdiction, plan)
  if (first === undefined || later.length === 0) return new Map<string, BaselineNodeRow>()
  const nodes = await listBaselineNodes(tx, jurisdiction, plan, first.number)
  return new Map(nodes.map((node) => [node.node_id, node]))
}

/** The dates of a baseline, where they are others now. */
function movedFrom(row: NodeRow, baseline: BaselineNodeRow | undefined): ChartNode['baseline'] {
  if (baseline === undefined) return null
  const { planned_start, deadline } = baseline
  const isSame = +planned_start === +row.planned_start && +deadline === +row.deadline
  return isSame ? null : { start: planned_start.toISOString(), deadline: deadline.toISOString() }
}

/** From the first start to the last deadline, and today. */
function spanOf(nodes: readonly NodeRow[], now: number): readonly [number, number] {
  const from = nodes.reduce((first, { planned_start }) => Math.min(first, planned_start.getTime()), now)
  const to = nodes.reduce((last, { deadline }) => Math.max(last, deadline.getTime()), now)
  return [from, to]
}

function dateOrNull(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant)
}
