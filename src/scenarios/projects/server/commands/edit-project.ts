import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type Edit, editDraft, type PlanRow } from '#platform/server/plans/index.ts'
import type { Edited } from '../../contract/edits.ts'
import { refuseMovedPlan } from '../changes/plan-moved.ts'
import { getPlan, recordedBy } from './plan-in-hand.ts'

/** Edits a draft: all operations or none, on the version that they were made on. */
export async function editProject(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly project: string; readonly version: number; readonly edits: readonly Edit[] },
): Promise<Result<Decision<Edited>>> {
  const whole = await getPlan(tx, call, input.project, 'projects.lead')
  const { plan } = whole
  if (!isEditable(plan)) return refuse('projects.project.not-draft', { project: plan.title })
  const moved = await refuseMovedPlan(tx, call, plan, input.version)
  if (moved) return moved
  const edited = editDraft(recordedBy(call), rules.calendar, whole, input.edits)
  if (!edited.ok) return edited
  const { differences, dropped, entry, entries, writes } = edited.value
  return ok({
    answer: {
      project: plan.id,
      version: plan.version + 1,
      added: differences.added.length,
      changed: differences.changed.length,
      removed: differences.removed.length,
      droppedLinks: [...dropped],
      entry,
    },
    entries,
    writes,
  })
}

/** A plan whose start is proposed stands still until it is decided. */
export function isEditable(plan: PlanRow): boolean {
  return plan.state === 'draft'
}
