import { inForce } from '#platform/kernel/in-force.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { DutyRule } from '#platform/server/county/index.ts'

/** A county's rule of duties given by hand, at one version. */
export type CountyDutyRule = Omit<DutyRule, 'version'> & { readonly version: string }

/** Where a pack says nothing: what two weeks of practice can live with; its own offices decide. */
const usual: CountyDutyRule = {
  ...{ id: 'usual', version: '1', effectiveFrom: '2000-01-01', name: '通用督办规则', english: 'Usual duties' },
  ...{ offices: 'ducha', dispute: { workingDays: 2 }, decide: { workingDays: 2 }, extensions: 2, dailyList: '08:30' },
  acknowledge: { standard: { workingDays: 1 }, urgent: { workingHours: 2 } },
  reminders: { most: 3, apart: { workingHours: 7 } },
}

/** The rule in force at an instant, or the one of a version; the usual one where the county has none. */
export function dutyRuleOf(all: readonly DutyRule[], at: Instant, version?: string): CountyDutyRule {
  const found = version === undefined ? inForce(all, at)[0] : all.find((one) => `${one.id}@${one.version}` === version)
  return found === undefined ? usual : { ...found, version: String(found.version) }
}
