import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import type { DutyRow, OwedDuty } from './duty-store.ts'
import type { MatterRow } from './matter-store.ts'
import { labelOf } from './readers.ts'
import { dutyStream } from './streams.ts'

/** A duty as time has left it: where its time to acknowledge ran out, that is so from the very instant, whoever records it. */
export type Passed = { readonly duty: DutyRow; readonly entries: readonly NewEntry[] }

type Recording = { readonly jurisdiction: JurisdictionId; readonly rules: CountyRules; readonly now: Date }

/** Lets the time to acknowledge run out. What is no longer owed is not reproached. */
export function passAcknowledgement(
  { jurisdiction, rules, now }: Recording,
  { duty, obligation }: OwedDuty,
  matter: MatterRow,
): Passed {
  const isOver = duty.acknowledged_at !== null || duty.unacknowledged_at !== null || duty.acknowledge_by >= now
  if (isOver || obligation.state === 'withdrawn') return { duty, entries: [] }
  const at = new Date(duty.acknowledge_by.getTime() + 1)
  const row = { ...duty, unacknowledged_at: at, version: duty.version + 1 }
  const rule = rules.dutyRule(matter.opened_at.getTime(), matter.duty_rule)
  const entry: NewEntry = {
    ...{ id: newEntryId(), jurisdiction, stream: dutyStream(duty.id), version: row.version, recordedAt: now, at },
    ...{ kind: 'supervision.duty.unacknowledged', actor: { system: 'clock' } },
    rule: { id: rule.id, version: rule.version },
    readers: labelOf(matter),
    payload: {
      about: {
        ...{ matter: matter.id, title: obligation.title, acceptor: duty.acceptor, offices: rule.offices },
        ...{ opener: matter.opener_organisation },
        debtor: { organisation: obligation.debtor_organisation, person: obligation.debtor_person },
      },
    },
  }
  return { duty: row, entries: [entry] }
}
