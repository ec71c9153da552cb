import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import {
  type Edit,
  editDraft,
  type PlacedNode,
  placedOf,
  type Rebased,
  rebasePlan,
} from '#platform/server/plans/index.ts'
import type { EditPreview } from '../../contract/edits.ts'
import { changePlace } from '../commands/change-project.ts'
import { type Acting, type PlanInHand, recordedBy } from '../commands/plan-in-hand.ts'
import { impactOf, namedIn, spanOf } from './impact.ts'

/** What edits would do to a plan as it stands now: as a draft's, or as a change of a running one. Nothing is written. */
export async function previewEdits(
  tx: Transaction,
  call: Acting,
  rules: CountyRules,
  found: PlanInHand,
  edits: readonly Edit[],
): Promise<Result<EditPreview>> {
  const { plan, rows } = found
  const tried = await tryEdits(tx, call, rules, found, edits)
  if (!tried.ok) return tried
  const { differences, dropped, works } = tried.value
  const names = await findNames(tx, call.actor.jurisdiction, namedIn(differences))
  const parts = { rules, plan, rows, names, now: call.now.getTime(), works }
  const after = nodesAfter(rows.map(placedOf), differences)
  return ok({ impact: impactOf(parts, differences), droppedLinks: [...dropped], ...spanOf(after) })
}

async function tryEdits(
  tx: Transaction,
  call: Acting,
  rules: CountyRules,
  found: PlanInHand,
  edits: readonly Edit[],
): Promise<Result<Pick<Rebased, 'differences' | 'dropped' | 'works'>>> {
  const { plan, rows } = found
  if (plan.state === 'draft') {
    const drafted = editDraft(recordedBy(call), rules.calendar, found, edits)
    return drafted.ok ? ok({ ...drafted.value, works: new Map() }) : drafted
  }
  if (plan.state !== 'running') return refuse('projects.project.not-running', { project: plan.title })
  return rebasePlan(await changePlace(tx, call, rules, found, { change: '', reason: '' }), rows, edits)
}

function nodesAfter(before: readonly PlacedNode[], { added, changed, removed }: Rebased['differences']): PlacedNode[] {
  const gone = new Set([...removed, ...changed.map((one) => one.before)].map(({ id }) => id))
  return [...before.filter(({ id }) => !gone.has(id)), ...added, ...changed.map(({ after }) => after)]
}
