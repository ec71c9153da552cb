import type { CallContext } from '#platform/server/http/index.ts'
import { type MatchedOwner, matchOwners, peopleMeant } from '../../domain/mspdi/match-owners.ts'
import type { FilePlan } from '../../domain/mspdi/plan-of-file.ts'
import { readDirectory } from '../import/directory.ts'

/** Takes the resources of a file, and the units that its nodes name, for the county's units and people. */
export async function matchFileOwners(
  call: CallContext['call'],
  { owners, nodes }: FilePlan,
): Promise<{ readonly owners: readonly MatchedOwner[]; readonly units: ReadonlyMap<string, string> }> {
  const directory = await readDirectory(call, owners.flatMap(peopleMeant))
  const named = [...new Set(nodes.flatMap(({ unit }) => (unit === '' ? [] : [unit])))]
  const asOwners = named.map((name, uid) => ({ uid, name, group: '', tasks: 0 }))
  const units = matchOwners({ units: directory.units, people: [] }, asOwners).flatMap(({ resource, organisation }) =>
    organisation === null ? [] : [[named[resource] ?? '', organisation] as const],
  )
  return { owners: matchOwners(directory, owners), units: new Map(units) }
}
