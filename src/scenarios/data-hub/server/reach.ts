import { type Actor, permits, reach } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { refused } from '#platform/server/http/index.ts'

/** Whether a permission of the post reaches a unit. */
export function reaches(actor: Actor, permission: string, unit: string): boolean {
  return permits(actor, permission, { organisation: unit as OrganisationId })
}

/** Throws the refusal where it does not. */
export function assertReach(actor: Actor, permission: string, unit: string): void {
  if (!reaches(actor, permission, unit)) refused('permission.reach', { permission })
}

/** The units that a permission reaches, as a query takes them; undefined for all. */
export function unitsOf(actor: Actor, permission: string): readonly string[] | undefined {
  const units = reach(actor, permission)
  return units === 'all' ? undefined : units
}
