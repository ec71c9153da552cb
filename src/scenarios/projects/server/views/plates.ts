import { permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, listDescendants, type Names } from '#platform/server/identity/index.ts'
import {
  listPlanPlates,
  listUnitPlates,
  type Month,
  monthOf,
  type PlateInPlan,
  startOfMonth,
} from '#platform/server/plans/plates/index.ts'
import type { PlateView } from '../../contract/plates.ts'
import { type AppealRow, listPlateAppeals } from '../appeal-store.ts'
import { listProjects, type PlanSummary } from '../project-store.ts'
import { readReach } from '../reach.ts'

/** The plates of a project within reach, latest month first. */
export async function viewProjectPlates(call: CallContext['call'], project: string): Promise<{ plates: PlateView[] }> {
  return call.read(async (tx) => {
    const plan = await getReadable(tx, call, project)
    const rows = await listPlanPlates(tx, call.actor.jurisdiction, project)
    const { title: plan_title, lead_organisation } = plan
    return {
      plates: await plateViews(
        tx,
        call,
        rows.map((row) => ({ ...row, plan_title, lead_organisation })),
      ),
    }
  })
}

/** The plates of a unit and its sections in the last months. */
export async function viewUnitPlates(
  call: CallContext['call'],
  { unit, months }: { readonly unit: string; readonly months: number },
): Promise<{ plates: PlateView[] }> {
  const { actor, now } = call
  if (unit !== actor.organisation && !permits(actor, 'projects.read', { organisation: unit as OrganisationId }))
    refused('permission.reach', { permission: 'projects.read' })
  return call.read(async (tx) => {
    const below = await listDescendants(tx, actor.jurisdiction, unit)
    const units = [unit, ...below.filter(({ kind }) => kind === 'section').map(({ id }) => id)]
    const rows = await listUnitPlates(tx, actor.jurisdiction, units, monthsBefore(monthOf(now.getTime()), months))
    return { plates: await plateViews(tx, call, rows) }
  })
}

/** The project that a post may read; one that is out of reach is refused as one that is not there. */
export async function getReadable(tx: Transaction, { actor }: CallContext['call'], id: string): Promise<PlanSummary> {
  const filter = { search: undefined, lamp: undefined, unit: undefined, ids: [id], offset: 0, limit: 1 }
  const [project] = await listProjects(tx, actor.jurisdiction, readReach(actor), filter)
  return project ?? refused('record.unknown')
}

/** A plate as lists show it. */
export function plateView(row: PlateInPlan, appeals: readonly AppealRow[], names: Names): PlateView {
  return {
    plate: row.id,
    project: row.plan_id,
    projectTitle: row.plan_title,
    unit: row.organisation,
    unitName: names.organisation(row.organisation),
    month: row.month,
    colour: row.colour,
    isLead: row.is_lead,
    closedAt: row.closed_at.toISOString(),
    appeal: appeals.find((one) => one.plate_id === row.id)?.state ?? null,
  }
}

async function plateViews(tx: Transaction, { actor }: CallContext['call'], rows: readonly PlateInPlan[]) {
  const [names, appeals] = await Promise.all([
    findNames(tx, actor.jurisdiction, { organisations: rows.map((row) => row.organisation) }),
    listPlateAppeals(
      tx,
      actor.jurisdiction,
      rows.map((row) => row.id),
    ),
  ])
  return rows.map((row) => plateView(row, appeals, names))
}

function monthsBefore(month: Month, count: number): Month {
  const middle = 15 * 86_400_000
  let found = month
  for (let step = 0; step < count; step += 1) found = monthOf(startOfMonth(found) - middle)
  return found
}
