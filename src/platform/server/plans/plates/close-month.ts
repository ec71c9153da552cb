import { v7 } from 'uuid'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CountyPlateRule, CountyRules } from '#platform/server/county-rules/index.ts'
import { type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import { nodeAsOf, ranBetween, type ToldEntry } from '../domain/plates/as-of.ts'
import { closingOf, type Month, startOfMonth } from '../domain/plates/month.ts'
import { type Plate, platesOf } from '../domain/plates/plate.ts'
import { theClock } from '../entries.ts'
import type { DuePlan, PlateFacts, PlateRow } from './plate-store.ts'

/** What the record tells of a plan and of each of its leaves. */
export type PlanStory = {
  readonly plan: readonly ToldEntry[]
  readonly nodes: ReadonlyMap<string, readonly ToldEntry[]>
}

/** A plate with the entry that gives it. */
export type ToldPlate = { readonly row: PlateRow; readonly entry: NewEntry }

/** A month of a plan that is to be closed. */
export type MonthToClose = {
  readonly jurisdiction: JurisdictionId
  readonly rules: CountyRules
  readonly rule: CountyPlateRule
  readonly plan: DuePlan
  readonly month: Month
  readonly story: PlanStory
  readonly recordedAt: Date
}

/** The stream of a plate's story. */
export function plateStream(plate: string): string {
  return `plans.plate/${plate}`
}

/** The plates of a month as of its close; none where the plan did not run in it. */
export function plateRows(close: MonthToClose): readonly ToldPlate[] {
  const { rules, rule, plan, month, story } = close
  const closing = closingOf(rules.calendar, month, rule.closes)
  if (!ranBetween(story.plan, startOfMonth(month), closing)) return []
  const nodes = [...story.nodes].flatMap(([id, told]) => nodeAsOf(rules.calendar, id, told, closing) ?? [])
  const plates = platesOf(rules.calendar, rule, { month, lead: plan.lead_organisation, nodes })
  return plates.map((plate) => toldPlate(close, plate, closing))
}

function toldPlate(
  { jurisdiction, rules, rule, plan, month, recordedAt }: MonthToClose,
  plate: Plate,
  closing: Instant,
) {
  const id = v7()
  const entry = newEntryId()
  const facts = factsOf(rule, plate, rules.calendar.version)
  const row: PlateRow = {
    ...{ id, plan_id: plan.id, organisation: plate.organisation, month, colour: plate.colour },
    ...{ is_lead: plate.organisation === plan.lead_organisation, rule: rule.id, rule_version: rule.version },
    ...{ closed_at: new Date(closing), facts, entry, readers: plan.readers },
  }
  const given: NewEntry = {
    ...{ id: entry, jurisdiction, stream: plateStream(id), version: 1, kind: 'plans.plate.given' },
    ...{ at: new Date(closing), recordedAt, actor: theClock, rule: { id: rule.id, version: rule.version } },
    payload: { month, unit: plate.organisation, plan: plan.id, colour: plate.colour, ...(facts as JsonObject) },
    readers: (plan.readers as readonly OrganisationId[] | null) ?? undefined,
  }
  return { row, entry: given }
}

function factsOf(rule: CountyPlateRule, { result, missedBy }: Plate, calendar: string): PlateFacts {
  return {
    planned: result?.planned ?? null,
    reached: result?.reached ?? null,
    tolerance: rule.tolerance,
    nodes: result?.nodes ?? [],
    overdue: result?.overdue ?? [],
    faults: result?.faults ?? [],
    missedBy,
    calendar,
  }
}
