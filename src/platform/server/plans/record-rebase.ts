import type { Statement } from '#platform/server/commands/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { keepBaseline } from './baseline-store.ts'
import type { NodeChange } from './domain/node.ts'
import { additions, removals, updates } from './edit-writes.ts'
import { nodeEntries, planEntry, type Recorded } from './entries.ts'
import { newNodeOf } from './node-record.ts'
import type { NodeRow } from './node-row.ts'
import { recordNodes } from './node-work.ts'
import { savePlan } from './plan-store.ts'
import { plannedEntry } from './planned-entry.ts'
import { readersWith, widenReaders } from './readers.ts'
import type { RebasePlace } from './rebase-node.ts'
import type { Rebased } from './rebase-plan.ts'
import { tellEdited } from './tell-edited.ts'

/** What an approved change is put on record with. */
export type Approval = {
  readonly baseline: number
  readonly proposedBy: string
  readonly approvedBy: string
}

/** The statements and entries of a change: nodes, obligations, the plan, and the next baseline. */
export function recordRebase(
  recorded: Recorded,
  place: RebasePlace,
  rows: readonly NodeRow[],
  { differences, works, removals: gone, branches }: Rebased,
  approval: Approval,
): { readonly entry: string; readonly writes: readonly Statement[]; readonly entries: readonly NewEntry[] } {
  const { jurisdiction, recordedAt: at } = recorded
  const { plan, rules, grounds } = place
  const after = {
    ...plan,
    version: plan.version + 1,
    readers: readersWith(plan, differences.added.concat(ownersOf(differences))),
  }
  const entry = planEntry(recorded, after, 'plans.plan.rebased', {
    ...tellEdited(differences),
    ...grounds,
    baseline: approval.baseline,
  })
  const versions = new Map<string, { readonly version: number; readonly waits_on: number }>(
    rows.map((row) => [row.id, row]),
  )
  for (const { row, change } of branches) versions.set(row.id, { version: change.node.version, waits_on: 0 })
  for (const [id, { row, change, waitsOn }] of works)
    versions.set(id, { version: change.node.version, waits_on: waitsOn ?? row.waits_on })
  const nodes = recordNodes(
    recorded,
    rules,
    [...works.values(), ...gone].map((work) => ({ ...work, plan })),
  )
  const added = differences.added.map((node) => newNodeOf(rules.calendar, node))
  return {
    entry: entry.id,
    entries: [
      entry,
      ...added.map((node) => plannedEntry(recorded, after, node)),
      ...nodes.entries,
      ...branches.flatMap(({ row, change }) => branchEntries(recorded, row, change)),
    ],
    writes: [
      savePlan(jurisdiction, after),
      ...additions(recorded, rules.calendar, after, differences.added),
      ...nodes.writes,
      ...updates(recorded, rules.calendar, differences, ({ id }) => versions.get(id) ?? { version: 1, waits_on: 0 }),
      ...widenReaders(jurisdiction, plan, after),
      ...removals(recorded, differences.removed, grounds.reason),
      ...keepBaseline(jurisdiction, after, {
        number: approval.baseline,
        at,
        reason: grounds.reason,
        proposed_by: approval.proposedBy,
        approved_by: approval.approvedBy,
        entry_id: entry.id,
      }),
    ],
  }
}

function ownersOf({ changed }: Rebased['differences']) {
  return changed.map(({ after }) => after)
}

function branchEntries(recorded: Recorded, row: NodeRow, change: NodeChange): readonly NewEntry[] {
  const { plan_id: plan, organisation, person, readers } = row
  return nodeEntries(recorded, change, { bearer: { plan, organisation, person }, readers })
}
