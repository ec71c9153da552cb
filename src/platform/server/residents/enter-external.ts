import { v7 as newUuid } from 'uuid'
import type { PersonId } from '#platform/kernel/ids.ts'
import { readIdentityNumber } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { findJurisdiction } from '#platform/server/identity/index.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import { begin, type Entered } from './enter.ts'
import { bindAccount, type ExternalAccount, findBound } from './external-store.ts'
import type { Origin, ResidentParts } from './parts.ts'
import { identityPlace } from './places.ts'
import { recordAccess } from './record-access.ts'
import { findByIdentity, findResidentRow, insertResident, lockIdentity, type ResidentRow } from './resident-store.ts'
import type { ResidentSessions } from './sessions.ts'
import { registerEntry } from './streams.ts'

/*
 * 统一身份认证. A provider of real names tells its own unchanging name for an account, and name and identity number of whoever has it. The
 * first time the account is bound to the resident with that number, whether they first came by phone, to a window, or now; after that it
 * opens for the same number alone. A number whose resident is bound to another account there stays with that account.
 */

/** Who came from a provider, as it told us itself. */
export type ResidentArrival = ExternalAccount & {
  readonly identity: { readonly name: string; readonly number: string }
  readonly origin: Origin
}

/**
 * Signs in a resident whom a provider of real names has brought. Refuses: `residents.identity.malformed`, `residents.identity.differs`,
 * `residents.external.bound`, `residents.external.other`.
 */
export async function enterExternal(
  parts: ResidentParts,
  sessions: ResidentSessions,
  { provider, subject, identity, origin }: ResidentArrival,
): Promise<Result<Entered>> {
  const read = readIdentityNumber(identity.number)
  if ('fault' in read) return refuse('residents.identity.malformed')
  const { credentials, jurisdiction } = parts
  const person = { name: identity.name.trim(), number: read.number }
  const account = { provider, subject }
  const known = await credentials.asSystem(jurisdiction, (tx) => findBound(tx, jurisdiction, account))
  const resident = known === undefined ? await bind(parts, account, person) : await sameAs(parts, known, person)
  return resident.ok ? ok(await begin(parts, sessions, resident.value, { origin, by: provider })) : resident
}

type Person = { readonly name: string; readonly number: string }

async function sameAs(parts: ResidentParts, known: PersonId, { number }: Person): Promise<Result<PersonId>> {
  const { database, jurisdiction, personalData } = parts
  const row = await database.asSystem(jurisdiction, (tx) => findResidentRow(tx, jurisdiction, known))
  const isSame = row?.valid_to === null && row.identity_hash?.equals(personalData.hash('person', number))
  return isSame ? ok(known) : refuse('residents.external.other')
}

async function bind(parts: ResidentParts, account: ExternalAccount, person: Person): Promise<Result<PersonId>> {
  const { credentials, jurisdiction, clock } = parts
  const found = await registered(parts, person)
  if (!found.ok) return found
  const resident = found.value
  const isBound = await credentials.asSystem(jurisdiction, async (tx) => {
    if (await bindAccount(tx, jurisdiction, { ...account, resident, at: clock.now() })) return 'now'
    return (await findBound(tx, jurisdiction, account)) === resident ? 'before' : 'elsewhere'
  })
  if (isBound === 'elsewhere') return refuse('residents.external.bound')
  const payload = { provider: account.provider }
  if (isBound === 'now')
    await recordAccess(parts, resident, { kind: 'residents.external.bound', actor: { person: resident }, payload })
  return ok(resident)
}

/** The resident with an identity, entered into the register where there is none yet. */
function registered(parts: ResidentParts, { name, number }: Person): Promise<Result<PersonId>> {
  const { database, jurisdiction, clock, personalData } = parts
  const hash = personalData.hash('person', number)
  return database.asSystem(jurisdiction, async (tx): Promise<Result<PersonId>> => {
    await lockIdentity(tx, jurisdiction, hash)
    const known = await findByIdentity(tx, jurisdiction, hash)
    if (known !== undefined) return known.name === name ? ok(known.id) : refuse('residents.identity.differs')
    const [id, now] = [newUuid() as PersonId, clock.now()]
    const county = await findJurisdiction(tx, jurisdiction)
    const row: ResidentRow = {
      ...{ id, version: 1, name, synthetic: county?.demo === true, phone_sealed: null, phone_hash: null },
      ...{ identity_sealed: personalData.seal(number, identityPlace(id)), identity_hash: hash },
      ...{ verified_at: now, verified_by: 'provider', valid_from: now, valid_to: null },
    }
    const insert = insertResident(jurisdiction, row)
    await tx.prepared(insert.name, insert.text, insert.values)
    const happening = {
      kind: 'residents.registered',
      actor: { person: id },
      payload: { verified: true, by: 'provider' },
    }
    await appendEntries(tx, [registerEntry({ jurisdiction, resident: id, version: 1, now }, happening)])
    return ok(id)
  })
}
