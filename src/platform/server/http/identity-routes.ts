import { implement } from '@orpc/server'
import { identityContract } from '#platform/contract/identity-contract.ts'
import type { PostId } from '#platform/kernel/ids.ts'
import {
  decideDelegation,
  decideDelegationEnd,
  decideRegistration,
  findPlacedPerson,
  listHolders,
  listOrganisations,
  type Organisation,
  searchOrganisations,
  searchPeople,
} from '#platform/server/identity/index.ts'
import type { RequestContext } from './call-context.ts'
import { everywhere, type IdentityRouteParts, implementation, personId } from './identity-parts.ts'
import { powers } from './identity-powers.ts'
import { viewRecord } from './identity-record.ts'
import { orRefuse, refused } from './refused.ts'

/** The directory, delegation for a leave, and what the three administrators do. */
export function identityRoutes(parts: IdentityRouteParts) {
  return implement(identityContract)
    .$context<RequestContext>()
    .router({
      ...directory(parts),
      ...leaves(parts),
      ...accounts(parts),
      ...powers(parts),
      ...audit(parts),
      ...ownSessions(parts),
    })
}

function directory(parts: IdentityRouteParts) {
  const os = implementation(parts)
  const { jurisdiction } = parts
  return {
    organisations: os.organisations.handler(async ({ context: { call } }) => ({
      organisations: (await call.read((tx) => listOrganisations(tx, jurisdiction))).map(plain),
    })),
    searchOrganisations: os.searchOrganisations.handler(async ({ context: { call }, input }) => ({
      organisations: (await call.read((tx) => searchOrganisations(tx, jurisdiction, input))).map(plain),
    })),
    searchPeople: os.searchPeople.handler(async ({ context: { call }, input }) => ({
      people: await call.read((tx) => searchPeople(tx, jurisdiction, { ...input, at: call.now })),
    })),
    person: os.person.handler(
      async ({ context: { call }, input: { person } }) =>
        (await call.read((tx) => findPlacedPerson(tx, jurisdiction, person, call.now))) ??
        refused('identity.person.unknown'),
    ),
    holders: os.holders.handler(async ({ context: { call }, input }) => {
      const holders = await call.read((tx) => listHolders(tx, jurisdiction, input.post, call.now))
      return { holders: holders.map(({ until, ...holder }) => ({ ...holder, until: until?.toISOString() ?? null })) }
    }),
  }
}

function leaves(parts: IdentityRouteParts) {
  const os = implementation(parts)
  const { door } = parts
  return {
    delegatePost: os.delegatePost.handler(async ({ context: { call }, input }) => {
      const leave = {
        ...input,
        post: input.post as PostId,
        of: personId(input.of ?? call.actor.person),
        to: personId(input.to),
      }
      const answer = await call.command((tx, command) => decideDelegation(tx, command, leave))
      door.forgetPerson(leave.to)
      return answer
    }),
    endDelegation: os.endDelegation.handler(async ({ context: { call }, input }) => {
      const { person, ended } = await call.command((tx, command) => decideDelegationEnd(tx, command, input))
      door.forgetPerson(person)
      return { ended }
    }),
  }
}

function accounts(parts: IdentityRouteParts) {
  const os = implementation(parts)
  const { door } = parts
  return {
    registerPerson: os.registerPerson.handler(({ context: { call }, input }) => {
      const doer = everywhere(call, 'identity.accounts.manage')
      return call.command((tx) => decideRegistration(tx, doer, input))
    }),
    issueActivation: os.issueActivation.handler(async ({ context: { call }, input }) => {
      const { actor } = everywhere(call, 'identity.accounts.manage')
      const { code, until } = orRefuse(await door.issueActivation(personId(input.person), actor))
      return { code, until: until.toISOString() }
    }),
    listExternal: os.listExternal.handler(async ({ context: { call }, input }) => {
      const { actor } = everywhere(call, 'identity.accounts.manage')
      return orRefuse(await door.listArrival(input, actor))
    }),
    unlock: os.unlock.handler(async ({ context: { call }, input }) => {
      const { actor } = everywhere(call, 'identity.accounts.manage')
      return orRefuse(await door.unlock(personId(input.person), actor))
    }),
    removeSecondFactor: os.removeSecondFactor.handler(async ({ context: { call }, input }) => {
      const { actor } = everywhere(call, 'identity.accounts.manage')
      return orRefuse(await door.removeSecondFactor(personId(input.person), actor))
    }),
    activate: implement(identityContract)
      .$context<RequestContext>()
      .activate.handler(async ({ context, input }) => {
        const { address, device } = context
        return orRefuse(await door.activate({ ...input, address, device }))
      }),
  }
}

function audit(parts: IdentityRouteParts) {
  const { database, jurisdiction } = parts
  return {
    record: implementation(parts).record.handler(async ({ context: { call }, input }) => {
      everywhere(call, 'identity.audit.read')
      return database.asSystem(jurisdiction, (tx) => viewRecord(tx, jurisdiction, input))
    }),
  }
}

function ownSessions(parts: IdentityRouteParts) {
  const os = implementation(parts)
  const { door } = parts
  return {
    sessions: os.sessions.handler(async ({ context }) => {
      const session = (await context.session()) ?? refused('session.required')
      const sessions = await door.listSessions(session.person)
      return {
        sessions: sessions.map(({ id, beganAt, seenAt, address, device }) => ({
          ...{ id, address, device, current: id === session.id },
          ...{ beganAt: beganAt.toISOString(), seenAt: seenAt.toISOString() },
        })),
      }
    }),
    endSession: os.endSession.handler(async ({ context, input }) => {
      const session = (await context.session()) ?? refused('session.required')
      return door.endSession(session, input.session)
    }),
    endOtherSessions: os.endOtherSessions.handler(async ({ context }) =>
      door.endOtherSessions((await context.session()) ?? refused('session.required')),
    ),
  }
}

function plain({ path, ...organisation }: Organisation) {
  return { ...organisation, path: [...path] }
}
