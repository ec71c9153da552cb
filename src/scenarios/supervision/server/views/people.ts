import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, listDescendants, listUnitPeople } from '#platform/server/identity/index.ts'
import { listDuties } from '../duty-store.ts'
import { mayHead } from '../reach.ts'

/** The people of the responsible unit and its sections, with their posts. */
export function viewUnitPeople({ actor, now, read }: CallContext['call'], duty: string) {
  return read(async (tx) => {
    const [owed] = await listDuties(tx, actor.jurisdiction, [duty])
    if (owed === undefined || !mayHead(actor, owed)) refused('record.unknown')
    const unit = owed.obligation.debtor_organisation
    const below = await listDescendants(tx, actor.jurisdiction, unit)
    const units = [unit, ...below.map(({ id }) => id)]
    const held = await listUnitPeople(tx, actor.jurisdiction, units, now)
    const names = await findNames(tx, actor.jurisdiction, { organisations: units })
    const people = held.map(({ person, personName, organisation, title }) => ({
      ...{ person, personName, organisation, organisationName: names.organisation(organisation), post: title },
    }))
    return { people }
  })
}
