import { v7 as newUuid } from 'uuid'
import type { PersonId } from '#platform/kernel/ids.ts'
import { isMobile, readIdentityNumber } from '#platform/kernel/personal/index.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findJurisdiction } from '#platform/server/identity/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { identityPlace, phonePlace } from './places.ts'
import { findByIdentity, findByPhone, insertResident, type ResidentRow, updateResident } from './resident-store.ts'
import { registerEntry } from './streams.ts'

/** Somebody whose identity card an official has before them. */
export type AtWindow = {
  readonly name: string
  readonly number: string
  readonly phone?: string | undefined
  /** Whether the card was looked at again, and a name that only a window has written so far is to follow it. */
  readonly rename?: boolean | undefined
}

/** The resident, and what a command adds where they are new to the register. */
export type Received = {
  readonly resident: PersonId
  readonly entries: readonly NewEntry[]
  readonly writes: readonly Statement[]
}

/**
 * The resident with the identity on the card, registered where there is none yet: the same one who later comes by phone. A phone that
 * somebody has already is left with them. A name that a window mistyped is put right by the card; one that a register or a provider of
 * real names confirmed is not. Refuses: `residents.identity.malformed`, `.differs`, `.otherwise` where the caller can ask for the correction.
 * @example const received = await receiveAtWindow(tx, services.personalData, command, { name, number })
 */
export async function receiveAtWindow(
  tx: Transaction,
  personalData: PersonalData,
  { actor, now }: Pick<CommandCall, 'actor' | 'now'>,
  card: AtWindow,
): Promise<Result<Received>> {
  const read = readIdentityNumber(card.number)
  if ('fault' in read) return refuse('residents.identity.malformed')
  const { jurisdiction } = actor
  const phone = card.phone !== undefined && isMobile(card.phone) ? card.phone : undefined
  const [known, holder, county] = await Promise.all([
    findByIdentity(tx, jurisdiction, personalData.hash('person', read.number)),
    phone === undefined ? undefined : findByPhone(tx, jurisdiction, personalData.hash('phone', phone)),
    findJurisdiction(tx, jurisdiction),
  ])
  if (known !== undefined) return received(known, card, { actor, now })
  const id = newUuid() as PersonId
  const free = holder === undefined ? phone : undefined
  const row: ResidentRow = {
    ...{ id, version: 1, name: card.name.trim(), synthetic: county?.demo === true },
    phone_sealed: free === undefined ? null : personalData.seal(free, phonePlace(id)),
    phone_hash: free === undefined ? null : personalData.hash('phone', free),
    identity_sealed: personalData.seal(read.number, identityPlace(id)),
    identity_hash: personalData.hash('person', read.number),
    ...{ verified_at: now, verified_by: 'window', valid_from: now, valid_to: null },
  }
  const happening = { kind: 'residents.registered', actor, payload: { verified: true, by: 'window' } }
  const entry = registerEntry({ jurisdiction, resident: id, version: 1, now }, happening)
  return ok({ resident: id, entries: [entry], writes: [insertResident(jurisdiction, row)] })
}

function received(
  known: ResidentRow,
  card: AtWindow,
  { actor, now }: Pick<CommandCall, 'actor' | 'now'>,
): Result<Received> {
  const name = card.name.trim()
  const resident = known.id
  if (known.name === name) return ok({ resident, entries: [], writes: [] })
  if (known.verified_by !== 'window' || card.rename === undefined) return refuse('residents.identity.differs')
  if (!card.rename) return refuse('residents.identity.otherwise')
  const { jurisdiction } = actor
  const row = { ...known, version: known.version + 1, name }
  const happening = { kind: 'residents.verified', actor, payload: { by: 'window', corrected: 'name' } }
  const entry = registerEntry({ jurisdiction, resident, version: row.version, now }, happening)
  return ok({ resident, entries: [entry], writes: [updateResident(jurisdiction, row)] })
}
