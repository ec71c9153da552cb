import { v7 } from 'uuid'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { type WorkCalendar, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { NewNode } from '#platform/server/plans/index.ts'
import type { FileImportInput } from '../../contract/project-file.ts'
import type { FileNode } from '../../domain/mspdi/plan-of-file.ts'
import type { PlannedLink } from '../../domain/mspdi/project-file.ts'
import { draftPlan, type Imported } from '../import/draft-plan.ts'
import { type ImportedNodeRow, insertImportedFile, insertImportedNodes } from './imported-store.ts'
import type { ReadFile } from './read-file.ts'

/** Who is responsible for a node. */
export type NodeOwner = { readonly organisation: string; readonly person: string | null }

/** Makes a draft of a file without problems; its dates are those of the file, to the second. */
export function importFile(
  call: CommandCall,
  rules: CountyRules,
  input: FileImportInput,
  file: ReadFile & { ownerOf(node: FileNode): NodeOwner | undefined },
): Result<Decision<Imported>> {
  const { plan, head, fileName } = file
  const problems = plan.notes.filter((note) => note.problem)
  if (problems.length > 0)
    return refuse('projects.file.invalid', {
      problems: problems.map(({ zh, examples }) => (examples[0] === undefined ? zh : `${zh}（${examples[0]}）`)),
    })
  const lead = { organisation: call.actor.organisation, person: null }
  const ids = new Map(plan.nodes.map((node) => [node.uid, v7()]))
  const nodes = newNodes(rules.calendar, plan.nodes, ids, (node) => file.ownerOf(node) ?? lead)
  const drafted = draftPlan(call, rules, { ...input, nodes, source: { file: input.file, format: 'mspdi' } })
  if (!drafted.ok) return drafted
  const { jurisdiction } = call.actor
  const { plan: row, ...decision } = drafted.value
  const kept = {
    plan: row.id,
    readers: row.readers,
    name: fileName,
    report: { notes: plan.notes, unread: head.unread },
  }
  const extras = plan.nodes.filter(hasExtras).map((node) => extrasOf(node, ids.get(node.uid) ?? ''))
  return ok({
    ...decision,
    writes: [
      ...decision.writes,
      insertImportedFile(jurisdiction, kept, call.now),
      ...(extras.length > 0 ? [insertImportedNodes(jurisdiction, kept, extras)] : []),
    ],
  })
}

function newNodes(
  calendar: WorkCalendar,
  nodes: readonly FileNode[],
  ids: ReadonlyMap<number, string>,
  ownerOf: (node: FileNode) => NodeOwner,
): NewNode[] {
  const idOf = (uid: number) => ids.get(uid) ?? ''
  const byUid = new Map(nodes.map((node) => [node.uid, node]))
  return nodes.map((node, ordinal) => ({
    ...{ id: idOf(node.uid), parent_id: node.parent === null ? null : idOf(node.parent), ordinal },
    ...{ depth: node.depth, code: node.code, title: node.title, leaf: node.leaf },
    ...{ nature: [...node.nature].slice(0, 50).join(''), deliverable: [...node.deliverable].slice(0, 500).join('') },
    ...ownerOf(node),
    planned_start: new Date(node.start),
    deadline: new Date(node.finish),
    weight: workBetween(calendar, node.start, node.finish),
    links: node.links.map((link) => ({
      ...{ node: idOf(link.uid), kind: link.kind },
      lag: lagOf(calendar, link, byUid.get(link.uid)),
    })),
  }))
}

/** A lag as working time: on the clock it runs from the predecessor's end, or its start where the link leads from there. */
function lagOf(calendar: WorkCalendar, { kind, lag }: PlannedLink, before: FileNode | undefined): number {
  if (lag.unit === 'working' || before === undefined) return Math.round(lag.amount * 60_000)
  if (lag.unit === 'percent') return Math.round((workBetween(calendar, before.start, before.finish) * lag.amount) / 100)
  const anchor = kind === 'FS' || kind === 'FF' ? before.finish : before.start
  const there = Math.round(anchor + lag.amount * 60_000)
  return lag.amount < 0 ? -workBetween(calendar, there, anchor) : workBetween(calendar, anchor, there)
}

function workBetween(calendar: WorkCalendar, from: number, to: number): number {
  return Math.max(0, workingTimeBetween(calendar, from, to).workingMilliseconds)
}

function hasExtras({ percent, baselines, notes, actualStart }: FileNode): boolean {
  return percent > 0 || baselines.length > 0 || notes !== '' || actualStart !== null
}

function extrasOf(node: FileNode, id: string): ImportedNodeRow {
  return {
    ...{ node_id: id, uid: node.uid, percent: node.percent, notes: node.notes, baselines: node.baselines },
    actual_start: node.actualStart === null ? null : new Date(node.actualStart),
    actual_finish: node.actualFinish === null ? null : new Date(node.actualFinish),
  }
}
