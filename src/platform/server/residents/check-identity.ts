import type { PersonId } from '#platform/kernel/ids.ts'
import { readIdentityNumber } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { appendEntries } from '#platform/server/journal/index.ts'
import type { ResidentParts } from './parts.ts'
import { identityPlace, phonePlace } from './places.ts'
import { findByIdentity, findResidentRow, type ResidentRow, takeCheck, updateResident } from './resident-store.ts'
import { moveSessions } from './session-store.ts'
import type { ResidentSession, ResidentSessions } from './sessions.ts'
import { registerEntry } from './streams.ts'

/*
 * 实名. Name and identity number are checked against the household register, at most five times in a day, and one identity is one
 * resident. Somebody who was first seen at a window, without a phone, and now comes by phone is the resident of the window: the phone moves
 * there, the resident of the phone ends, and the session goes on as the other. An identity that already has a phone is not taken over:
 * its owner signs in by that phone, or an official at a window looks at the card.
 */

const checksInADay = 5

/**
 * Checks who a signed-in resident is and binds the identity to them. Done again with the same identity it changes nothing. Refuses:
 * `residents.identity.malformed`, `.too-often`, `.differs`, `.unavailable`, `.taken`, `.other`.
 */
export async function checkIdentity(
  parts: ResidentParts,
  sessions: ResidentSessions,
  session: ResidentSession,
  typed: { readonly name: string; readonly number: string },
): Promise<Result<{ readonly resident: PersonId }>> {
  const read = readIdentityNumber(typed.number)
  if ('fault' in read) return refuse('residents.identity.malformed')
  const { resident } = session
  const identity = { name: typed.name.trim(), number: read.number }
  const before = await standing(parts, resident, identity)
  if (!before.ok || before.value === 'bound') return before.ok ? ok({ resident }) : before
  const answer = await parts.register({ resident, ...identity })
  if (answer !== 'matches') return refuse(`residents.identity.${answer}`)
  const bound = await bind(parts, resident, identity)
  sessions.forget(resident)
  return bound
}

/** Takes one of the day's checks, unless the same identity is bound already. */
async function standing(parts: ResidentParts, resident: PersonId, { number }: Identity) {
  const { database, jurisdiction, clock, personalData } = parts
  const now = clock.now()
  const since = new Date(now.getTime() - 86_400_000)
  return database.asSystem(jurisdiction, async (tx): Promise<Result<'bound' | 'open'>> => {
    const own = await findResidentRow(tx, jurisdiction, resident)
    if (own?.identity_hash?.equals(personalData.hash('person', number))) return ok('bound')
    if (own?.identity_hash) return refuse('residents.identity.other')
    const isTaken = await takeCheck(tx, jurisdiction, { resident, since, at: now, most: checksInADay })
    return isTaken ? ok('open') : refuse('residents.identity.too-often', { checks: checksInADay })
  })
}

type Identity = { readonly name: string; readonly number: string }

async function bind(
  parts: ResidentParts,
  resident: PersonId,
  identity: Identity,
): Promise<Result<{ readonly resident: PersonId }>> {
  const { database, credentials, jurisdiction, personalData } = parts
  const hash = personalData.hash('person', identity.number)
  const bound = await database.asSystem(jurisdiction, async (tx): Promise<Result<readonly ResidentRow[]>> => {
    const [own, holder] = await Promise.all([
      findResidentRow(tx, jurisdiction, resident),
      findByIdentity(tx, jurisdiction, hash),
    ])
    if (own === undefined) return refuse('session.required')
    if (holder !== undefined && holder.phone_hash !== null) return refuse('residents.identity.taken')
    const changed = holder === undefined ? [verified(parts, own, identity)] : joined(parts, own, holder, identity.name)
    for (const { name, text, values } of changed.map((row) => updateResident(jurisdiction, row)))
      await tx.prepared(name, text, values)
    await appendEntries(
      tx,
      changed.map((row) => entryOf(parts, row)),
    )
    return ok(changed)
  })
  if (!bound.ok) return bound
  const now = bound.value.at(-1)?.id ?? resident
  if (now !== resident) await credentials.asSystem(jurisdiction, (tx) => moveSessions(tx, jurisdiction, resident, now))
  return ok({ resident: now })
}

function verified({ clock, personalData }: ResidentParts, own: ResidentRow, { name, number }: Identity): ResidentRow {
  return {
    ...{ ...own, version: own.version + 1, name, verified_at: clock.now(), verified_by: 'register' as const },
    identity_sealed: personalData.seal(number, identityPlace(own.id)),
    identity_hash: personalData.hash('person', number),
  }
}

/** The one of the phone ends first, so that the phone is free for the one of the window; the name is as the register has just said. */
function joined(
  { clock, personalData }: ResidentParts,
  own: ResidentRow,
  holder: ResidentRow,
  name: string,
): ResidentRow[] {
  const phone = own.phone_sealed && personalData.open(own.phone_sealed, phonePlace(own.id))
  const ended = { ...own, version: own.version + 1, phone_sealed: null, phone_hash: null, valid_to: clock.now() }
  const moved = {
    ...{ ...holder, version: holder.version + 1, name, phone_hash: own.phone_hash },
    phone_sealed: phone === null ? null : personalData.seal(phone, phonePlace(holder.id)),
  }
  return [ended, moved]
}

function entryOf({ jurisdiction, clock }: ResidentParts, { id, version, valid_to, verified_by }: ResidentRow) {
  const kind = valid_to === null ? 'residents.verified' : 'residents.joined-to-another'
  const happening = { kind, actor: { person: id }, payload: valid_to === null ? { by: verified_by } : {} }
  return registerEntry({ jurisdiction, resident: id, version, now: clock.now() }, happening)
}
