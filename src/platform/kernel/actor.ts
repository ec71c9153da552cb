import type { JurisdictionId, OrganisationId, PersonId, PostId } from './ids.ts'

/** How far a permission reaches, narrowest first. Each scope holds all that the one before it holds. */
export const scopes = ['own', 'unit', 'subtree', 'jurisdiction'] as const

/**
 * `own`: what is the person's; `unit`: and what is the organisation's; `subtree`: and what is any organisation's below it;
 * `jurisdiction`: everything in the county.
 */
export type Scope = (typeof scopes)[number]

/** A person at work in one post: who acts, and what the post allows. Powers come from the post alone. */
export type Actor = {
  readonly jurisdiction: JurisdictionId
  readonly person: PersonId
  readonly personName: string
  readonly post: PostId
  readonly postTitle: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly permissions: ReadonlyMap<string, Scope>
  /** The post's organisation and all below it. */
  readonly subtree: readonly OrganisationId[]
}

/** What an act is about: whose it is and which unit's. Leave out what the thing does not have. */
export type Target = { readonly person?: PersonId | undefined; readonly organisation?: OrganisationId | undefined }

/**
 * Whether the actor may do `permission` to the target. Without a target: whether the post holds the permission at all.
 * @example `permits(actor, 'projects.accept', { organisation: node.unit })`
 */
export function permits(actor: Actor, permission: string, target?: Target): boolean {
  const scope = actor.permissions.get(permission)
  if (scope === undefined) return false
  return target === undefined || covers(actor, scope, target)
}

/**
 * The organisations in which the actor's permission holds, for queries and row security: `'all'` in the jurisdiction, else a
 * list; an empty list leaves what is the person's own.
 */
export function reach(actor: Actor, permission: string): readonly OrganisationId[] | 'all' {
  const scope = actor.permissions.get(permission)
  if (scope === 'jurisdiction') return 'all'
  if (scope === 'subtree') return actor.subtree
  return scope === 'unit' ? [actor.organisation] : []
}

/** The wider of two scopes. */
export function widest(a: Scope, b: Scope): Scope {
  return scopes.indexOf(a) >= scopes.indexOf(b) ? a : b
}

function covers(actor: Actor, scope: Scope, target: Target): boolean {
  if (scope === 'jurisdiction' || target.person === actor.person) return true
  if (scope === 'own' || target.organisation === undefined) return false
  return scope === 'unit' ? target.organisation === actor.organisation : actor.subtree.includes(target.organisation)
}
