import type { Transaction } from '#platform/server/database/index.ts'
import { appendEntries, newEntryId } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { lockUnacknowledged, type OwedDuty, saveDuties } from './duty-store.ts'
import { listMatters, type MatterRow } from './matter-store.ts'
import { dutyStream } from './streams.ts'

/** Records that the time to acknowledge has run out, at the instant at which it did, once. */
export function acknowledgeSweep(services: Services): Sweep {
  return {
    name: 'supervision.acknowledge',
    once: (now, limit) => services.database.asSystem(services.jurisdiction, (tx) => sweepIn(tx, services, now, limit)),
  }
}

async function sweepIn(tx: Transaction, services: Services, now: Date, limit: number): Promise<number> {
  const { jurisdiction } = services
  const late = await lockUnacknowledged(tx, jurisdiction, now, limit)
  if (late.length === 0) return 0
  const matters = await listMatters(tx, jurisdiction, [...new Set(late.map(({ duty }) => duty.matter_id))])
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  const rows = late.map(({ duty }) => ({
    ...duty,
    unacknowledged_at: new Date(duty.acknowledge_by.getTime() + 1),
    version: duty.version + 1,
  }))
  const { name, text, values } = saveDuties(jurisdiction, rows)
  await tx.prepared(name, text, values)
  await appendEntries(
    tx,
    late.filter(({ obligation }) => obligation.state === 'open').map((owed) => entryOf(services, owed, byId, now)),
  )
  return late.length
}

function entryOf(services: Services, owed: OwedDuty, matters: ReadonlyMap<string, MatterRow>, now: Date) {
  const { duty, obligation } = owed
  const matter = matters.get(duty.matter_id)
  const rule = services.rules().dutyRule(obligation.opened_at.getTime(), matter?.duty_rule)
  return {
    ...{
      id: newEntryId(),
      jurisdiction: services.jurisdiction,
      stream: dutyStream(duty.id),
      version: duty.version + 1,
    },
    ...{ kind: 'supervision.duty.unacknowledged', at: new Date(duty.acknowledge_by.getTime() + 1), recordedAt: now },
    ...{ actor: { system: 'clock' }, rule: { id: rule.id, version: rule.version } },
    payload: {
      about: {
        ...{ matter: duty.matter_id, title: obligation.title, acceptor: duty.acceptor, offices: rule.offices },
        ...{ opener: matter?.opener_organisation ?? '' },
        debtor: { organisation: obligation.debtor_organisation, person: obligation.debtor_person },
      },
    },
  }
}
