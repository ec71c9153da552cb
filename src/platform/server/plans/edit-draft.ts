import { ok, type Result } from '#platform/kernel/result.ts'
import type { WorkCalendar } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { discard, edit } from './domain/amend.ts'
import { type Differences, differencesOf, tellDifference } from './domain/difference.ts'
import { editOutline } from './domain/edit-outline.ts'
import { gatesStart } from './domain/gate.ts'
import type { NodeChange } from './domain/node.ts'
import type { DroppedLink, Edit } from './domain/outline-node.ts'
import { additions, removals, updates } from './edit-writes.ts'
import { nodeEntries, planEntry, type Recorded } from './entries.ts'
import { newNodeOf, placedOf } from './node-record.ts'
import { type NodeRow, nodeOf } from './node-row.ts'
import { type PlanRow, savePlan } from './plan-store.ts'
import { plannedEntry } from './planned-entry.ts'
import { readersWith, widenReaders } from './readers.ts'
import { tellEdited } from './tell-edited.ts'

/** What an edit writes, and what became of the outline. */
export type EditedPlan = {
  readonly differences: Differences
  readonly dropped: readonly DroppedLink[]
  readonly entry: string
  readonly writes: readonly Statement[]
  readonly entries: readonly NewEntry[]
}

/** A plan and its nodes in outline order. */
export type WholePlan = { readonly plan: PlanRow; readonly rows: readonly NodeRow[] }

/** Edits a draft: all operations or none. No clock runs in a draft, so nothing starts and nothing is lit. */
export function editDraft(
  recorded: Recorded,
  calendar: WorkCalendar,
  { plan, rows }: WholePlan,
  edits: readonly Edit[],
): Result<EditedPlan> {
  const before = rows.map(placedOf)
  const outline = editOutline(before, edits)
  if (!outline.ok) return outline
  const differences = differencesOf(before, outline.value.nodes)
  const after = { ...plan, version: plan.version + 1, readers: readersWith(plan, outline.value.nodes) }
  const about = planEntry(recorded, after, 'plans.plan.edited', tellEdited(differences))
  const own = new Map(rows.map((row) => [row.id, row]))
  const changes = new Map<string, NodeChange>(
    differences.changed.map((one) => {
      const { title, plannedStart, deadline } = one.after
      const amendment = { title, plannedStart, deadline, payload: tellDifference(one) }
      return [one.after.id, edit(nodeOf(getRow(own, one.after.id)), amendment, recorded.recordedAt.getTime())]
    }),
  )
  const gone = differences.removed.map(({ id }) =>
    discard(nodeOf(getRow(own, id)), { plan: plan.id }, recorded.recordedAt.getTime()),
  )
  return ok({
    differences,
    dropped: outline.value.dropped,
    entry: about.id,
    entries: [
      about,
      ...differences.added.map((node) => plannedEntry(recorded, after, newNodeOf(calendar, node))),
      ...[...changes.values(), ...gone].flatMap((change) => entriesOf(recorded, getRow(own, change.node.id), change)),
    ],
    writes: [
      savePlan(recorded.jurisdiction, after),
      ...removals(recorded, differences.removed, '编制调整'),
      ...updates(recorded, calendar, differences, (node) => ({
        version: changes.get(node.id)?.node.version ?? getRow(own, node.id).version,
        waits_on: node.links.filter(gatesStart).length,
      })),
      ...widenReaders(recorded.jurisdiction, plan, after),
      ...additions(recorded, calendar, after, differences.added),
    ],
  })
}

function entriesOf(recorded: Recorded, row: NodeRow, change: NodeChange): readonly NewEntry[] {
  const { plan_id: plan, organisation, person, readers } = row
  return nodeEntries(recorded, change, { bearer: { plan, organisation, person }, readers })
}

function getRow(rows: ReadonlyMap<string, NodeRow>, id: string): NodeRow {
  const row = rows.get(id)
  if (row === undefined) throw new Error(`the plan has no node ${id}`)
  return row
}
