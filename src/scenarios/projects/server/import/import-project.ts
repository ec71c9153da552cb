import { v7 } from 'uuid'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import {
  addWorkingDays,
  startOfDate,
  type WorkCalendar,
  workingTimeBetween,
} from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  insertNodes,
  insertPlan,
  leavesBelow,
  type NewNode,
  nodeStream,
  type PlanRow,
  planStream,
} from '#platform/server/plans/index.ts'
import type { ImportInput } from '../../contract/import.ts'
import type { TextLink } from '../../domain/import/link-text.ts'
import type { ImportedNode } from '../../domain/import/read-plan.ts'
import type { Upload } from './read-upload.ts'

/** What an import answers. */
export type Imported = { readonly project: string; readonly nodes: number; readonly entry: string }

/** The rules of the pack that projects run under. */
const lampRule = 'five-lamps'
const ladder = 'standard'

/** Makes a draft of a sheet without problems. Its lead is the unit and person who bring it. */
export function importProject(
  call: CommandCall,
  rules: CountyRules,
  input: ImportInput,
  upload: Upload,
): Result<Decision<Imported>> {
  const missing = [
    ...(rules.has('lamp-rule', lampRule) ? [] : ['五色灯规则（five-lamps）']),
    ...(rules.has('ladder', ladder) ? [] : ['督办阶梯（standard）']),
  ]
  if (missing.length > 0) return refuse('projects.import.rules-missing', { rules: missing })
  const nodes = nodesOf(rules.calendar, upload.plan.nodes, call.actor.organisation)
  const plan = planOf(call, rules, input, nodes)
  const { jurisdiction } = call.actor
  const entry = newEntryId()
  const shared = {
    jurisdiction,
    version: 1,
    recordedAt: call.now,
    actor: call.actor,
    readers: (plan.readers as readonly OrganisationId[] | null) ?? undefined,
  }
  const planned = nodes.map((node) => ({
    ...shared,
    stream: nodeStream(node.id),
    kind: 'plans.node.planned',
    payload: {
      plan: plan.id,
      code: node.code,
      title: node.title,
      organisation: node.organisation,
      person: node.person,
      plannedStart: node.planned_start.toISOString(),
      deadline: node.deadline.toISOString(),
      deliverable: node.deliverable,
      predecessors: node.links.map((link) => link.node),
      links: node.links,
    },
  }))
  const drafted = {
    ...shared,
    id: entry,
    stream: planStream(plan.id),
    kind: 'plans.plan.drafted',
    payload: { title: plan.title, kind: plan.kind, nodes: nodes.length, file: input.file, sheet: upload.sheet.sheet },
  }
  return ok({
    answer: { project: plan.id, nodes: nodes.length, entry },
    entries: [drafted, ...planned],
    writes: [insertPlan(jurisdiction, plan, call.now), insertNodes(jurisdiction, plan, nodes, call.now)],
  })
}

function planOf(call: CommandCall, rules: CountyRules, input: ImportInput, nodes: readonly NewNode[]): PlanRow {
  const lead = call.actor.organisation
  const lamp = rules.lampRule(lampRule)
  const { id: ladderId, version: ladderVersion } = rules.ladder(ladder)
  const taking = [...new Set([lead, ...nodes.map((node) => node.organisation)])].sort()
  return {
    id: v7(),
    kind: input.kind,
    title: input.title,
    lead_organisation: lead,
    lead_person: call.actor.person,
    state: 'draft',
    confidential: input.confidential,
    readers: input.confidential ? taking : null,
    lamp_rule: lamp.id,
    lamp_rule_version: lamp.version,
    ladder: ladderId,
    ladder_version: ladderVersion,
    started_at: null,
    version: 1,
  }
}

/** Nodes with instants for days; a branch that says no unit or dates takes the lead's and those of what is below it. */
function nodesOf(calendar: WorkCalendar, imported: readonly ImportedNode[], lead: string): NewNode[] {
  const ids = new Map(imported.map((node) => [node.code, v7()]))
  const idOf = (code: string) => ids.get(code) ?? ''
  return imported.map((node, ordinal) => {
    const leaves = node.leaf ? [node] : leavesBelow(imported, ordinal)
    const start = node.plannedStart ?? earliest(leaves.map((leaf) => leaf.plannedStart ?? ''))
    const end = node.deadline ?? latest(leaves.map((leaf) => leaf.deadline ?? ''))
    const plannedStart = startOfDate(start as Parameters<typeof startOfDate>[0])
    const deadline = deadlineOn(calendar, end)
    return {
      id: idOf(node.code),
      parent_id: node.parent === null ? null : idOf(node.parent),
      ordinal,
      depth: node.depth,
      code: node.code,
      title: node.title,
      leaf: node.leaf,
      nature: node.nature,
      deliverable: node.deliverable,
      organisation: node.organisation ?? lead,
      person: node.person,
      planned_start: new Date(plannedStart),
      deadline: new Date(deadline),
      weight: workingTimeBetween(calendar, plannedStart, deadline).workingMilliseconds,
      links: node.links.map(({ code, kind, lag }) => ({ node: idOf(code), kind, lag: lagOf(calendar, lag) })),
    }
  })
}

/** A lag in working milliseconds; a day is as long as an ordinary day of the county. */
function lagOf(calendar: WorkCalendar, { amount, unit }: TextLink['lag']): number {
  return Math.round(amount * (unit === 'd' ? calendar.ordinaryDayMilliseconds : 3_600_000))
}

/**
 * The instant of a deadline given as a day: the end of its working hours; on a day off, that of the next working day
 * (民法典第二百零三条).
 */
function deadlineOn(calendar: WorkCalendar, date: string): number {
  const dayBefore = startOfDate(date as Parameters<typeof startOfDate>[0]) - 1
  return addWorkingDays(calendar, dayBefore, 1).at
}

const earliest = (dates: readonly string[]) => dates.filter((date) => date !== '').sort()[0] ?? ''
const latest = (dates: readonly string[]) =>
  dates
    .filter((date) => date !== '')
    .sort()
    .at(-1) ?? ''
