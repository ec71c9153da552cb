import { ORPCError, os } from '@orpc/server'
import type { RouteMeta } from '#platform/contract/define-route.ts'
import { type Actor, isResident, ownUnits, permits, reach } from '#platform/kernel/actor.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { OrganisationId, PostId } from '#platform/kernel/ids.ts'
import { runCommand } from '#platform/server/commands/index.ts'
import type { Database, Scope } from '#platform/server/database/index.ts'
import type { CallContext, RequestContext } from './call-context.ts'
import { orRefuse, refused } from './refused.ts'

/** What the guard needs of the host. */
export type GuardParts = { readonly database: Database; readonly clock: Clock }

/** The permission whose reach says which confidential rows a post may read. */
export const confidentialPermission = 'records.confidential'

const base = os.$context<RequestContext>().$meta<RouteMeta>({ access: 'signed-in', writes: false })

/** The door: session, permission, idempotency key; behind it a handler has its actor, scope and command. */
export function guard(parts: GuardParts) {
  return base.middleware(async ({ context, next, procedure }, input) => {
    const { meta, route } = procedure['~orpc']
    const actor = await admit(context, meta as RouteMeta)
    const key = (meta as RouteMeta).writes ? keyOf(context.idempotencyKey) : ''
    const now = parts.clock.now()
    const scope = scopeOf(actor)
    const call: CallContext['call'] = {
      actor,
      scope,
      now,
      read: (work) => parts.database.transaction(scope, work),
      command: async (decide, options) => {
        const name = `${route.method} ${route.path}`
        const seen = options?.asPlatform ? { jurisdiction: actor.jurisdiction, organisations: 'all' as const } : scope
        const command = { actor, scope: seen, key, route: name, input, now }
        return orRefuse(await runCommand(parts.database, command, (tx) => decide(tx, command), options))
      },
    }
    return next({ context: { call } })
  })
}

async function admit(context: RequestContext, meta: RouteMeta): Promise<Actor> {
  if (meta.access === 'public')
    throw new ORPCError('INTERNAL_SERVER_ERROR', { message: 'a public route is not guarded' })
  if (meta.access === 'resident') return admitResident(context)
  const actor = await admitStaff(context)
  if (meta.access !== 'signed-in' && !permits(actor, meta.access.permission))
    refused('permission.missing', { post: actor.postTitle, permission: meta.access.permission })
  return actor
}

/** Somebody at work in a post. */
export async function admitStaff(context: Pick<RequestContext, 'actor' | 'resident'>): Promise<Actor> {
  return (await context.actor()) ?? turnAway(context.resident, 'session.staff-only')
}

/** A resident, in whose place nobody at work in a post may act. */
export async function admitResident(context: Pick<RequestContext, 'actor' | 'resident'>): Promise<Actor> {
  return (await context.resident())?.actor ?? turnAway(context.actor, 'session.resident-only')
}

/** Tells whoever is at the wrong door so, and whoever is not signed in at all to sign in. */
async function turnAway(atOtherDoor: () => Promise<unknown>, code: string): Promise<never> {
  return refused((await atOtherDoor()) === undefined ? 'session.required' : code)
}

function keyOf(key: string | undefined): string {
  return key !== undefined && /^[\x21-\x7e]{1,64}$/.test(key) ? key : refused('command.key-missing')
}

/** The scope of an actor's transactions: the confidential rows of its own unit and post, or as far as the post reaches; a resident’s own, and the enterprises’ for which they act. */
export function scopeOf(actor: Actor): Scope {
  const { jurisdiction } = actor
  if (isResident(actor))
    return { jurisdiction, organisations: [actor.organisation, ...(actor.standsFor ?? [])], resident: true }
  const reached = reach(actor, confidentialPermission)
  const organisations =
    reached === 'all' ? 'all' : [...new Set<OrganisationId | PostId>([...ownUnits(actor), actor.post, ...reached])]
  return { jurisdiction, organisations }
}
