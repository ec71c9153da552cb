import { permits } from '#platform/kernel/actor.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames, listDescendants } from '#platform/server/identity/index.ts'
import type { NodeHolder } from '../../contract/life.ts'
import { assertMayHandOver } from '../commands/hand-over.ts'
import { listColleagues, listHolders } from '../hand-over-store.ts'

/** Who holds open nodes in a unit and its sections, those who have left first, and who could take them over. */
export function viewHolders(call: CallContext['call'], unit: string) {
  assertMayHandOver(call, unit)
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const below = await listDescendants(tx, jurisdiction, unit)
    const sections = below.filter(
      ({ id, kind }) => kind === 'section' && permits(call.actor, 'projects.hand-over', { organisation: id }),
    )
    const units = [unit, ...sections.map(({ id }) => id)]
    const [rows, colleagues] = await Promise.all([
      listHolders(tx, jurisdiction, units, call.now),
      listColleagues(tx, jurisdiction, units, call.now),
    ])
    const names = await findNames(tx, jurisdiction, {
      organisations: rows.map((row) => row.unit),
      people: rows.map(({ person }) => person),
    })
    const holders = rows.map(
      ({ unit: own, person, nodes, in_post: inPost }): NodeHolder => ({
        ...{ unit: own, unitName: names.organisation(own), person, personName: names.person(person), nodes, inPost },
      }),
    )
    return { holders, colleagues }
  })
}
