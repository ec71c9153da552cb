import { decideDispute, decideDisputeAnswer, findDispute, listLookUps } from '#platform/server/data-hub/index.ts'
import { refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DataHubImplementer } from '../implementer.ts'
import { lookAtSubject } from '../look-at-subject.ts'
import { assertReach } from '../reach.ts'
import { viewDisputes } from '../views/disputes.ts'
import { looksWithNames, viewLooks } from '../views/looks.ts'

/** The record of look-ups, and disputes about what they brought. */
export const lookHandlers = (os: DataHubImplementer, services: Services) => ({
  looks: os.looks.handler(({ context: { call }, input }) => viewLooks(services, call, input)),
  looksAtSubject: os.looksAtSubject.handler(({ context: { call }, input }) => lookAtSubject(services, call, input)),
  disputes: os.disputes.handler(async ({ context: { call } }) => ({ disputes: await viewDisputes(services, call) })),
  disputable: os.disputable.handler(({ context: { call }, input }) =>
    call.read(async (tx) => {
      const [look] = await listLookUps(tx, call.actor.jurisdiction, [input.lookUp])
      if (look === undefined) return refused('record.unknown')
      assertReach(call.actor, 'data-hub.dispute', look.organisation)
      const [view] = await looksWithNames(services, tx, [look])
      return view ?? refused('record.unknown')
    }),
  ),
  dispute: os.dispute.handler(({ context: { call }, input }) =>
    call.command(async (tx, command) => {
      const { jurisdiction, person, post, organisation } = command.actor
      const [look] = await listLookUps(tx, jurisdiction, [input.lookUp])
      if (look === undefined) refused('record.unknown')
      assertReach(command.actor, 'data-hub.dispute', look.organisation)
      const doer = { jurisdiction, actor: { person, post, organisation }, now: command.now }
      return decideDispute(tx, services, { ...input, by: organisation, doer })
    }),
  ),
  answerDispute: os.answerDispute.handler(({ context: { call }, input }) =>
    call.command(async (tx, command) => {
      const dispute = await findDispute(tx, command.actor.jurisdiction, input.dispute)
      if (dispute === undefined) refused('record.unknown')
      assertReach(command.actor, 'data-hub.answer', dispute.owner)
      return decideDisputeAnswer(tx, command, services, input)
    }),
  ),
})
