import type { PersonId } from '#platform/kernel/ids.ts'

/** Where a resident's phone lies: sealed for this place, it opens in no other. */
export function phonePlace(resident: PersonId): string {
  return `residents.resident/${resident}/phone`
}

/** Where a resident's identity number lies. */
export function identityPlace(resident: PersonId): string {
  return `residents.resident/${resident}/identity`
}
