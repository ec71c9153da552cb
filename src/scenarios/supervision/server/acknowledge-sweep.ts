import type { Transaction } from '#platform/server/database/index.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import type { Services, Sweep } from '#platform/server/scenario/index.ts'
import { passAcknowledgement } from './acknowledgement.ts'
import { lockUnacknowledged, saveDuties } from './duty-store.ts'
import { listMatters } from './matter-store.ts'

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
  const recording = { jurisdiction, rules: services.rules(), now }
  const passed = late.map((owed) => {
    const matter = byId.get(owed.duty.matter_id)
    if (matter === undefined) throw new Error(`the duty ${owed.duty.id} has lost its matter`)
    return passAcknowledgement(recording, owed, matter)
  })
  const { name, text, values } = saveDuties(
    jurisdiction,
    passed.map(({ duty }) => duty),
  )
  await tx.prepared(name, text, values)
  await appendEntries(
    tx,
    passed.flatMap(({ entries }) => entries),
  )
  return late.length
}
