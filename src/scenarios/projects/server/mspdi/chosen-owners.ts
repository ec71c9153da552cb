import { type CallContext, refused } from '#platform/server/http/index.ts'
import { listHeldPosts, listOrganisations } from '#platform/server/identity/index.ts'
import type { FileImportInput } from '../../contract/project-file.ts'
import type { FileNode, FilePlan } from '../../domain/mspdi/plan-of-file.ts'
import type { NodeOwner } from './import-file.ts'
import { matchFileOwners } from './owners.ts'

type Chosen = FileImportInput['owners'][number]

/** Who is responsible for each node: whom the importer chose for its resource, else whom its name was taken for, else the unit that it names. */
export async function chooseOwners(
  call: CallContext['call'],
  plan: FilePlan,
  chosen: readonly Chosen[],
): Promise<(node: FileNode) => NodeOwner | undefined> {
  await assertThere(call, plan, chosen)
  const matched = await matchFileOwners(call, plan)
  const byResource = new Map<number, NodeOwner | undefined>()
  for (const { resource, organisation, person } of [...matched.owners, ...chosen])
    byResource.set(resource, organisation === null ? undefined : { organisation, person })
  return (node) => {
    const unit = matched.units.get(node.unit)
    const named = unit === undefined ? undefined : { organisation: unit, person: null }
    return (node.resource === null ? undefined : byResource.get(node.resource)) ?? named
  }
}

/** A chosen unit must be there, and a chosen person hold a post in it. */
async function assertThere(call: CallContext['call'], plan: FilePlan, chosen: readonly Chosen[]): Promise<void> {
  const named = chosen.filter((one) => one.organisation !== null)
  if (named.length === 0) return
  const { jurisdiction } = call.actor
  const nameOf = (uid: number) => plan.owners.find((owner) => owner.uid === uid)?.name ?? String(uid)
  await call.read(async (tx) => {
    const units = new Set((await listOrganisations(tx, jurisdiction)).map(({ id }) => String(id)))
    for (const { resource, organisation, person } of named) {
      const isThere = units.has(organisation ?? '')
      const posts = person === null ? [] : await listHeldPosts(tx, jurisdiction, person, call.now)
      const holds = person === null || posts.some((post) => post.organisation === organisation)
      if (!isThere || !holds) refused('projects.file.owner-unknown', { resource: nameOf(resource) })
    }
  })
}
