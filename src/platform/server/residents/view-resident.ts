import { mask } from '#platform/kernel/personal/index.ts'
import type { ResidentParts } from './parts.ts'
import { phonePlace } from './places.ts'
import type { ResidentRow } from './resident-store.ts'

/** A resident as told to themselves: the phone masked, for somebody may look over a shoulder. */
export function viewResident({ personalData }: Pick<ResidentParts, 'personalData'>, row: ResidentRow) {
  const phone = row.phone_sealed && personalData.open(row.phone_sealed, phonePlace(row.id))
  return {
    resident: row.id,
    name: row.name,
    phone: phone === null ? null : mask('phone', phone),
    verifiedBy: row.verified_by,
  }
}
