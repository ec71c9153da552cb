import type { Brand } from './brand.ts'

/** A jurisdiction's six-digit division code (GB/T 2260), as `331123`. */
export type JurisdictionId = Brand<string, 'JurisdictionId'>
/** An organisation's id, given by the county pack: lower case letters, digits and hyphens, as `fagai`. */
export type OrganisationId = Brand<string, 'OrganisationId'>
/** A post's id, given by the county pack: `fagai.director`. */
export type PostId = Brand<string, 'PostId'>
/** A person's id (UUID). */
export type PersonId = Brand<string, 'PersonId'>

const jurisdictionPattern = /^\d{6}$/
const slugPattern = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a six-digit division code; the code may be unknown, for abolished counties stay valid. */
export function isJurisdictionId(value: string): value is JurisdictionId {
  return jurisdictionPattern.test(value)
}

/** True for an id that a county pack may give: at most 64 lower case letters, digits, hyphens and dots. */
export function isSlug(value: string): boolean {
  return value.length <= 64 && slugPattern.test(value)
}

/** True for a UUID in lower case. */
export function isUuid(value: string): boolean {
  return uuidPattern.test(value)
}
