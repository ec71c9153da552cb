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
  /** A resident's: nothing but rows that name the resident among their readers, not even what is open to the government. */
  readonly resident?: boolean
}

/** The statements that open a transaction under a scope. */
export function openingStatement(scope: Scope): string {
  return `begin;${scopeStatement(scope)}`
}

/** The statements that give a transaction its scope: literals only, each checked, for `SET` takes no parameters. */
export function scopeStatement(scope: Scope): string {
  if (!isJurisdictionId(scope.jurisdiction)) throw new Error(`not a jurisdiction id: ${scope.jurisdiction}`)
  const reach = reachOf(scope)
  const listed = scope.organisations === 'all' ? [] : scope.organisations
  const stray = listed.find((id) => !isSlug(id))
  if (stray !== undefined) throw new Error(`not an organisation id: ${stray}`)
  return [
    `set local xianqu.jurisdiction = '${scope.jurisdiction}'`,
    `set local xianqu.reach = '${reach}'`,
    `set local xianqu.organisations = '{${listed.map((id) => `"${id}"`).join(',')}}'`,
  ].join(';')
}

function reachOf({ organisations, resident = false }: Scope): 'all' | 'listed' | 'resident' {
  if (organisations !== 'all') return resident ? 'resident' : 'listed'
  if (resident) throw new Error('a resident reaches listed rows alone')
  return 'all'
}
