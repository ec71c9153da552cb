import { implement } from '@orpc/server'
import { identityContract } from '#platform/contract/identity-contract.ts'
import { permits } from '#platform/kernel/actor.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import type { SignIn } from '#platform/server/identity/index.ts'
import type { CallContext, RequestContext } from './call-context.ts'
import { guard } from './guard.ts'
import { refused } from './refused.ts'

/** What the identity routes need. */
export type IdentityRouteParts = {
  readonly database: Database
  readonly clock: Clock
  readonly door: SignIn
  readonly jurisdiction: JurisdictionId
}

/** The routes of identity behind the guard. */
export function implementation(parts: IdentityRouteParts) {
  return implement(identityContract).$context<RequestContext>().use(guard(parts))
}

/** An administrator's act is over the whole county; a narrower scope does not carry it. */
export function everywhere({ actor, now }: CallContext['call'], permission: string) {
  if (!permits(actor, permission, {})) refused('permission.reach', { permission })
  return { jurisdiction: actor.jurisdiction, actor, now }
}

/** The person of an id that the contract has checked. */
export function personId(id: string): PersonId {
  return id as PersonId
}
