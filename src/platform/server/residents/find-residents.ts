import type { PersonId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import { identityPlace, phonePlace } from './places.ts'
import { findByIdentity, findByPhone, findResidentRow, type ResidentRow } from './resident-store.ts'

/** A resident for the code of the platform: in clear, so it is masked before anybody sees it. */
export type KnownResident = {
  readonly resident: PersonId
  /** Null where nobody checked it. */
  readonly name: string | null
  readonly number: string | null
  readonly phone: string | null
}

/** A resident by id, as far as the transaction may see. */
export async function findResident(
  tx: Transaction,
  personalData: PersonalData,
  place: { readonly jurisdiction: string; readonly resident: string },
): Promise<KnownResident | undefined> {
  return opened(personalData, await findResidentRow(tx, place.jurisdiction, place.resident))
}

/** The resident with an identity number or a phone. */
export async function findResidentBy(
  tx: Transaction,
  personalData: PersonalData,
  sought:
    | { readonly jurisdiction: string; readonly number: string }
    | { readonly jurisdiction: string; readonly phone: string },
): Promise<KnownResident | undefined> {
  const { jurisdiction } = sought
  const row =
    'number' in sought
      ? await findByIdentity(tx, jurisdiction, personalData.hash('person', sought.number))
      : await findByPhone(tx, jurisdiction, personalData.hash('phone', sought.phone))
  return opened(personalData, row)
}

function opened(personalData: PersonalData, row: ResidentRow | undefined): KnownResident | undefined {
  if (row === undefined) return undefined
  const { id, name, identity_sealed, phone_sealed } = row
  return {
    ...{ resident: id, name },
    number: identity_sealed && personalData.open(identity_sealed, identityPlace(id)),
    phone: phone_sealed && personalData.open(phone_sealed, phonePlace(id)),
  }
}
