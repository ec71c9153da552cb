import { inForce } from '#platform/kernel/in-force.ts'
import type { Services } from '#platform/server/scenario/index.ts'

/** The matters of the county that are in force, each with its name. */
export function listMatters({ rules }: Services, now: Date): { readonly id: string; readonly name: string }[] {
  return inForce(rules().documents('matter'), now.getTime()).map(({ id, name }) => ({ id, name }))
}

/** Names matters by id; one that the county does not have stands for itself. */
export function matterNames(services: Services, now: Date): (id: string) => string {
  const names = new Map(listMatters(services, now).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
