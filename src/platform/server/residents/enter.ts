import { v7 as newUuid } from 'uuid'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import { findJurisdiction } from '#platform/server/identity/index.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import { takeCode } from './codes.ts'
import type { Origin, ResidentParts } from './parts.ts'
import { phonePlace } from './places.ts'
import { recordAccess } from './record-access.ts'
import { findByPhone, insertResident, type ResidentRow } from './resident-store.ts'
import type { ResidentSessions } from './sessions.ts'
import { registerEntry } from './streams.ts'

/** Signed in: the token for the cookie. */
export type Entered = { readonly token: string; readonly resident: PersonId }

/**
 * Signs in whoever has the phone that a code went to; the first time it makes a resident of whom nothing but the phone is known.
 * Refuses: `residents.code.wrong`.
 */
export async function enterByCode(
  parts: ResidentParts,
  sessions: ResidentSessions,
  typed: { readonly phone: string; readonly code: string; readonly origin: Origin },
): Promise<Result<Entered>> {
  const { phone, code, origin } = typed
  const taken = await takeCode(parts, { phone, code, purpose: 'sign-in', about: '' })
  if (!taken.ok) return taken
  return ok(await begin(parts, sessions, await residentOf(parts, phone), { origin, by: 'phone' }))
}

/** Begins a session of a resident and puts that on record. */
export async function begin(
  parts: ResidentParts,
  sessions: ResidentSessions,
  resident: PersonId,
  { origin, by }: { readonly origin: Origin; readonly by: string },
): Promise<Entered> {
  const { token, id } = await sessions.begin(resident, origin)
  const payload = { session: id, by, address: origin.address, device: origin.device }
  await recordAccess(parts, resident, { kind: 'residents.signed-in', actor: { person: resident }, payload })
  return { token, resident }
}

async function residentOf(parts: ResidentParts, phone: string): Promise<PersonId> {
  const { database, jurisdiction, personalData } = parts
  const hash = personalData.hash('phone', phone)
  const known = await database.asSystem(jurisdiction, (tx) => findByPhone(tx, jurisdiction, hash))
  return known?.id ?? registerUnknown(parts, phone)
}

/** Registers whoever answered at a phone, of whom nothing else was checked yet. */
async function registerUnknown(parts: ResidentParts, phone: string): Promise<PersonId> {
  const { database, jurisdiction, clock, personalData } = parts
  const [id, now] = [newUuid() as PersonId, clock.now()]
  await database.asSystem(jurisdiction, async (tx) => {
    const county = await findJurisdiction(tx, jurisdiction)
    const row: ResidentRow = {
      ...{
        id,
        version: 1,
        name: null,
        identity_sealed: null,
        identity_hash: null,
        verified_at: null,
        verified_by: null,
      },
      phone_sealed: personalData.seal(phone, phonePlace(id)),
      phone_hash: personalData.hash('phone', phone),
      ...{ synthetic: county?.demo === true, valid_from: now, valid_to: null },
    }
    const { name, text, values } = insertResident(jurisdiction, row)
    await tx.prepared(name, text, values)
    const happening = { kind: 'residents.registered', actor: { person: id }, payload: { verified: false } }
    await appendEntries(tx, [registerEntry({ jurisdiction, resident: id, version: 1, now }, happening)])
  })
  return id
}
