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
  /** Units that were merged into the post's organisation: what was theirs is its own. */
  readonly predecessors?: readonly OrganisationId[]
  /** Of a resident: under which names rows of enterprises are theirs to read, because they act for those now. */
  readonly standsFor?: readonly OrganisationId[]
  /** The post's organisation and all below it, those merged into them included. */
  readonly subtree: readonly OrganisationId[]
}

const residentPost = 'resident' as PostId // posts of officials have a dot

/**
 * A resident who acts for themselves: in no post, with no permission. The organisation stands for the resident alone: rows whose readers
 * name it are those that this resident sees.
 * @example `residentActor({ jurisdiction, id, name: '吴丽萍' }).organisation // 'resident-0198…'`
 */
export function residentActor(resident: {
  readonly jurisdiction: JurisdictionId
  readonly id: PersonId
  readonly name: string
  readonly standsFor?: readonly OrganisationId[]
}): Actor {
  const { jurisdiction, id, name, standsFor = [] } = resident
  return {
    ...{ jurisdiction, person: id, personName: name, post: residentPost, postTitle: '居民' },
    ...{ organisation: readerOf(id), organisationName: name, permissions: new Map(), subtree: [] },
    standsFor,
  }
}

/** Whether an actor is a resident, not an official at work. */
export function isResident({ post }: Pick<Actor, 'post'>): boolean {
  return post === residentPost
}

/** Under which name a resident stands among the readers of a row. */
export function readerOf(resident: PersonId): OrganisationId {
  return `resident-${resident}` as OrganisationId
}

/**
 * Under which name an enterprise stands among the readers of a row, by its credit code; with a matter, whoever acts for it in that alone.
 * At most 64 characters, as every reader.
 */
export function readerOfEnterprise(code: string, matter?: string): OrganisationId {
  const whole = `firm-${code.toLowerCase()}`
  return (matter === undefined ? whole : `${whole}.${matter}`) as OrganisationId
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
  return scope === 'unit' ? ownUnits(actor) : []
}

/** The post's organisation and what was merged into it. */
export function ownUnits({ organisation, predecessors = [] }: Actor): readonly OrganisationId[] {
  return [organisation, ...predecessors]
}

/** The wider of two scopes. */
export function widest(a: Scope, b: Scope): Scope {
  return scopes.indexOf(a) >= scopes.indexOf(b) ? a : b
}

function covers(actor: Actor, scope: Scope, target: Target): boolean {
  if (scope === 'jurisdiction' || target.person === actor.person) return true
  if (scope === 'own' || target.organisation === undefined) return false
  return (scope === 'unit' ? ownUnits(actor) : actor.subtree).includes(target.organisation)
}
