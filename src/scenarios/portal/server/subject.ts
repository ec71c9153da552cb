import type { CallContext } from '#platform/server/http/index.ts'
import { findResident } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/** A resident as the data hub knows them; undefined before their identity was checked. */
export async function subjectOf({ personalData }: Services, call: CallContext['call']) {
  const { jurisdiction, person } = call.actor
  const me = await call.read((tx) => findResident(tx, personalData, { jurisdiction, resident: person }))
  return me?.number == null ? undefined : { kind: 'person' as const, number: me.number }
}
