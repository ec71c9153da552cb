import { v7 } from 'uuid'
import type { Result } from '#platform/kernel/result.ts'
import { startOfDate, type WorkCalendar, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { leavesBelow, type NewNode } from '#platform/server/plans/index.ts'
import type { ImportInput } from '../../contract/import.ts'
import type { TextLink } from '../../domain/import/link-text.ts'
import type { ImportedNode } from '../../domain/import/read-plan.ts'
import { deadlineOn } from './deadline-on.ts'
import { draftPlan, type Imported } from './draft-plan.ts'
import type { Upload } from './read-upload.ts'

/** Makes a draft of a sheet without problems. Its lead is the unit and person who bring it. */
export function importProject(
  call: CommandCall,
  rules: CountyRules,
  input: ImportInput,
  upload: Upload,
): Result<Decision<Imported>> {
  const nodes = nodesOf(rules.calendar, upload.plan.nodes, call.actor.organisation)
  return draftPlan(call, rules, { ...input, nodes, source: { file: input.file, sheet: upload.sheet.sheet } })
}

/** Nodes with instants for days; a branch that says no unit or dates takes the lead's and those of what is below it. */
function nodesOf(calendar: WorkCalendar, imported: readonly ImportedNode[], lead: string): NewNode[] {
  const ids = new Map(imported.map((node) => [node.code, v7()]))
  const idOf = (code: string) => ids.get(code) ?? ''
  return imported.map((node, ordinal) => {
    const leaves = node.leaf ? [node] : leavesBelow(imported, ordinal)
    const start = node.plannedStart ?? earliest(leaves.map((leaf) => leaf.plannedStart ?? ''))
    const end = node.deadline ?? latest(leaves.map((leaf) => leaf.deadline ?? ''))
    const deadline = isInstant(end) ? instantOf(end) : deadlineOn(calendar, end)
    const begin = isInstant(start) ? instantOf(start) : startOfDate(start as Parameters<typeof startOfDate>[0])
    // A milestone lasts a millisecond, since a node is a span.
    const plannedStart = Math.min(begin, deadline - 1)
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
  const units = { d: calendar.ordinaryDayMilliseconds, h: 3_600_000, m: 60_000 } as const
  return Math.round(amount * units[unit])
}

/** A file may tell an instant where a sheet tells a day. */
function isInstant(text: string): boolean {
  return text.includes('T')
}

/** A time without a zone is China's. */
function instantOf(text: string): number {
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}+08:00`)
}

const earliest = (dates: readonly string[]) => dates.filter((date) => date !== '').sort()[0] ?? ''
const latest = (dates: readonly string[]) =>
  dates
    .filter((date) => date !== '')
    .sort()
    .at(-1) ?? ''
