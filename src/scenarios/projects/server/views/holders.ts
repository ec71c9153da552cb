import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { NodeHolder } from '../../contract/life.ts'
import { assertMayHandOver } from '../commands/hand-over.ts'
import { listColleagues, listHolders } from '../hand-over-store.ts'

/** Who holds open nodes in a unit, those who have left it first, and who could take them over. */
export function viewHolders(call: CallContext['call'], unit: string) {
  assertMayHandOver(call, unit)
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const [rows, colleagues] = await Promise.all([
      listHolders(tx, jurisdiction, unit, call.now),
      listColleagues(tx, jurisdiction, unit, call.now),
    ])
    const names = await findNames(tx, jurisdiction, { people: rows.map(({ person }) => person) })
    const holders = rows.map(
      ({ person, nodes, in_post: inPost }): NodeHolder => ({ person, personName: names.person(person), nodes, inPost }),
    )
    return { holders, colleagues }
  })
}
