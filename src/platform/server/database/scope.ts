import {
  isJurisdictionId,
  isSlug,
  type JurisdictionId,
  type OrganisationId,
  type PostId,
} from '#platform/kernel/ids.ts'

/** Whose eyes a transaction sees with: rows of one jurisdiction, confidential ones only for the organisations named. */
export type Scope = {
  readonly jurisdiction: JurisdictionId
  /** The organisations and posts whose confidential rows may be read; `'all'` for the system and for posts that reach everything. */
  readonly organisations: readonly (OrganisationId | PostId)[] | 'all'
}

/** The statements that open a transaction under a scope. */
export function openingStatement(scope: Scope): string {
  return `begin;${scopeStatement(scope)}`
}

/** The statements that give a transaction its scope: literals only, each checked, for `SET` takes no parameters. */
export function scopeStatement(scope: Scope): string {
  if (!isJurisdictionId(scope.jurisdiction)) throw new Error(`not a jurisdiction id: ${scope.jurisdiction}`)
  const reach = scope.organisations === 'all' ? 'all' : 'listed'
  const listed = scope.organisations === 'all' ? [] : scope.organisations
  const stray = listed.find((id) => !isSlug(id))
  if (stray !== undefined) throw new Error(`not an organisation id: ${stray}`)
  return [
    `set local xianqu.jurisdiction = '${scope.jurisdiction}'`,
    `set local xianqu.reach = '${reach}'`,
    `set local xianqu.organisations = '{${listed.map((id) => `"${id}"`).join(',')}}'`,
  ].join(';')
}
