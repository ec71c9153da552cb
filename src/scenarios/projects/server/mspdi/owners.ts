import type { CallContext } from '#platform/server/http/index.ts'
import type { ChosenOwner } from '../../contract/project-file.ts'
import { type MatchedOwner, matchOwners, peopleMeant } from '../../domain/mspdi/match-owners.ts'
import type { FileNode, FileOwner, FilePlan } from '../../domain/mspdi/plan-of-file.ts'
import { readDirectory } from '../import/directory.ts'
import type { NodeOwner } from './import-file.ts'

/** Who does what in a file's plan. */
export type FileOwners = {
  readonly owners: readonly MatchedOwner[]
  /** Units that nodes name in a field of their own, by that name. */
  readonly units: ReadonlyMap<string, string>
  /** A resource for which somebody was chosen who is not there. */
  readonly unknown: string | undefined
  /** Whom the importer chose for the node's resource, else whom its name was taken for, else the unit that the node names. */
  ownerOf(node: FileNode): NodeOwner | undefined
}

/** Takes the resources of a file, and the units that its nodes name, for the county's units and people. */
export async function matchFileOwners(
  call: CallContext['call'],
  { owners, nodes }: FilePlan,
  chosen: readonly ChosenOwner[],
): Promise<FileOwners> {
  const meant = owners.map((owner) =>
    chosenOwner(
      owner,
      chosen.find((one) => one.resource === owner.uid),
    ),
  )
  const directory = await readDirectory(call, meant.flatMap(peopleMeant))
  const matched = matchOwners(directory, meant)
  const named = [...new Set(nodes.flatMap(({ unit }) => (unit === '' ? [] : [unit])))]
  const asOwners = named.map((name, uid) => ({ uid, name, group: '', tasks: 0 }))
  const units = new Map(
    matchOwners({ units: directory.units, people: [] }, asOwners).flatMap(({ resource, organisation }) =>
      organisation === null ? [] : [[named[resource] ?? '', organisation] as const],
    ),
  )
  const byResource = new Map(matched.map((one) => [one.resource, one]))
  const isUnknown = ({ resource, unit }: ChosenOwner) => unit !== '' && byResource.get(resource)?.organisation === null
  const wrong = chosen.find(isUnknown)
  return {
    owners: matched,
    units,
    unknown: wrong && (owners.find(({ uid }) => uid === wrong.resource)?.name ?? String(wrong.resource)),
    ownerOf: (node) => {
      const { organisation = null, person = null } = byResource.get(node.resource ?? Number.NaN) ?? {}
      if (organisation !== null) return { organisation, person }
      const unit = units.get(node.unit)
      return unit === undefined ? undefined : { organisation: unit, person: null }
    },
  }
}

/** What is chosen stands in place of what the file says. */
function chosenOwner(owner: FileOwner, chosen: ChosenOwner | undefined): FileOwner {
  if (chosen === undefined) return owner
  return { ...owner, name: chosen.person || chosen.unit, group: chosen.unit }
}
