import { catalogueAt, decideGrant, decideGrantEnd, listKnownGrants } from '#platform/server/data-hub/index.ts'
import { refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DataHubImplementer } from '../implementer.ts'
import { assertReach } from '../reach.ts'
import { viewGrants } from '../views/grants.ts'

/** Who may look up what: whoever answers for a dataset, and the hub, give and end grants of it. */
export const grantHandlers = (os: DataHubImplementer, services: Services) => {
  const catalogue = (now: Date) => catalogueAt(services.rules(), now.getTime())
  return {
    grants: os.grants.handler(async ({ context: { call } }) => ({
      grants: await viewGrants(services, call),
      mayGrant: call.actor.permissions.has('data-hub.grant'),
    })),
    giveGrant: os.giveGrant.handler(({ context: { call }, input }) =>
      call.command((tx, command) => {
        const owner = catalogue(command.now).datasets.get(input.dataset)?.owner
        if (owner !== undefined) assertReach(command.actor, 'data-hub.grant', owner)
        return decideGrant(tx, command, catalogue(command.now), input)
      }),
    ),
    endGrant: os.endGrant.handler(({ context: { call }, input }) =>
      call.command(async (tx, command) => {
        const present = catalogue(command.now)
        const known = await listKnownGrants(tx, command.actor.jurisdiction, present)
        const grant = known.find(({ id }) => id === input.grant) ?? refused('record.unknown')
        assertReach(command.actor, 'data-hub.grant', present.datasets.get(grant.dataset)?.owner ?? '')
        return decideGrantEnd(tx, command, present, input)
      }),
    ),
  }
}
