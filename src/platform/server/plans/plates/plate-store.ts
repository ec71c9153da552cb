import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Month } from '../domain/plates/month.ts'
import type { PlateColour } from '../domain/plates/plate.ts'
import type { PlanRow } from '../plan-store.ts'
import { planColumns } from '../plan-store.ts'

/** What a unit was judged by. Shares from 0 to 1; empty where a lead unit had no nodes in play. */
export type PlateFacts = {
  readonly planned: number | null
  readonly reached: number | null
  readonly tolerance: number
  readonly nodes: readonly string[]
  readonly overdue: readonly string[]
  readonly faults: readonly string[]
  readonly missedBy: readonly string[]
  readonly calendar: string
}

/** A plate as it is stored. */
export type PlateRow = {
  readonly id: string
  readonly plan_id: string
  readonly organisation: string
  readonly month: Month
  readonly colour: PlateColour
  readonly is_lead: boolean
  readonly rule: string
  readonly rule_version: string
  readonly closed_at: Date
  readonly facts: PlateFacts
  readonly entry: string
  readonly readers: readonly string[] | null
}

/** A plan that has a month to be closed. */
export type DuePlan = PlanRow & { readonly plates_month: Month | null; readonly next_plates_at: Date | null }

const columns = `t.id, t.plan_id, t.organisation, t.month, t.colour, t.is_lead, t.rule, t.rule_version, t.closed_at, t.facts, t.entry,
  t.readers`

/** Locks plans with a month to be closed by `now`, earliest first; those that another sweep holds are passed over. */
export function lockPlansToClose(tx: Transaction, jurisdiction: string, now: Date, limit: number): Promise<DuePlan[]> {
  return tx.prepared<DuePlan>(
    'plans.lock-plans-to-close',
    `select ${planColumns.join(', ')}, plates_month, next_plates_at from plans.plan
      where jurisdiction_id = $1 and coalesce(next_plates_at, started_at) <= $2
      order by coalesce(next_plates_at, started_at) limit $3 for no key update skip locked`,
    [jurisdiction, now, limit],
  )
}

/** The leaves of plans, those that have left a plan since then too. */
export function listLeafIds(
  tx: Transaction,
  jurisdiction: string,
  plans: readonly string[],
): Promise<{ id: string; plan_id: string }[]> {
  return tx.prepared(
    'plans.list-leaf-ids',
    `select id, plan_id from plans.node where jurisdiction_id = $1 and plan_id = any($2::uuid[]) and leaf
      union all select id, plan_id from plans.removed_node where jurisdiction_id = $1 and plan_id = any($2::uuid[])
        and coalesce((node ->> 'leaf')::boolean, true)`,
    [jurisdiction, plans],
  )
}

/** Puts plates on record. */
export function insertPlates(jurisdiction: string, rows: readonly PlateRow[]): Statement {
  return {
    name: 'plans.insert-plates',
    text: `insert into plans.plate (jurisdiction_id, id, plan_id, organisation, month, colour, is_lead, rule, rule_version,
        closed_at, facts, entry, readers)
      select $1, s.id, s.plan_id, s.organisation, s.month, s.colour, s.is_lead, s.rule, s.rule_version, s.closed_at, s.facts,
        s.entry, s.readers
      from jsonb_to_recordset($2::jsonb) as s(id uuid, plan_id uuid, organisation text, month text, colour text,
        is_lead boolean, rule text, rule_version text, closed_at timestamptz, facts jsonb, entry uuid, readers text[])`,
    values: [jurisdiction, JSON.stringify(rows)],
  }
}

/** The month that a plan has to be closed for next, and when; `infinity` where it has ended. */
export type NextClose = { readonly plan: string; readonly month: Month; readonly at: string }

/** Moves plans on to their next month. */
export function saveNextCloses(jurisdiction: string, next: readonly NextClose[]): Statement {
  return {
    name: 'plans.save-next-closes',
    text: `update plans.plan p set plates_month = s.month, next_plates_at = s.at
      from jsonb_to_recordset($2::jsonb) as s(plan uuid, month text, at timestamptz)
      where p.jurisdiction_id = $1 and p.id = any($3::uuid[]) and p.id = s.plan`,
    values: [jurisdiction, JSON.stringify(next), next.map(({ plan }) => plan)],
  }
}

/** The plates of a plan, latest month first. */
export function listPlanPlates(tx: Transaction, jurisdiction: string, plan: string): Promise<PlateRow[]> {
  return tx.prepared<PlateRow>(
    'plans.list-plan-plates',
    `select ${columns} from plans.plate t where t.jurisdiction_id = $1 and t.plan_id = $2
      order by t.month desc, array_position('{red,yellow,green}', t.colour), t.organisation`,
    [jurisdiction, plan],
  )
}

/** A plate with the title and lead of its plan. */
export type PlateInPlan = PlateRow & { readonly plan_title: string; readonly lead_organisation: string }

const inPlan = `${columns}, p.title as plan_title, p.lead_organisation from plans.plate t
  join plans.plan p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.plan_id`

/** The plates of units from a month on, latest first, red before yellow before green. */
export function listUnitPlates(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
  since: Month,
): Promise<PlateInPlan[]> {
  return tx.prepared<PlateInPlan>(
    'plans.list-unit-plates',
    `select ${inPlan} where t.jurisdiction_id = $1 and t.organisation = any($2) and t.month >= $3
      order by t.month desc, array_position('{red,yellow,green}', t.colour), p.title limit 2000`,
    [jurisdiction, units, since],
  )
}

/** Plates by id. */
export function findPlates(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<PlateInPlan[]> {
  return tx.prepared<PlateInPlan>(
    'plans.find-plates',
    `select ${inPlan} where t.jurisdiction_id = $1 and t.id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** One plate. */
export async function findPlate(tx: Transaction, jurisdiction: string, id: string): Promise<PlateInPlan | undefined> {
  const [row] = await findPlates(tx, jurisdiction, [id])
  return row
}
