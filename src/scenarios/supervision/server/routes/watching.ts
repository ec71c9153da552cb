import type { Services } from '#platform/server/scenario/index.ts'
import { decideRequest } from '../commands/decide-request.ts'
import { openMatter } from '../commands/open-matter.ts'
import { showComplainant } from '../commands/show-complainant.ts'
import { acceptDuty, remindDuty, returnDuty } from '../commands/watch-duty.ts'
import { withdrawMatter } from '../commands/withdraw-matter.ts'
import type { SupervisionImplementer } from '../implementer.ts'
import { viewDuty } from '../views/duty.ts'
import { viewMatter, viewMatters } from '../views/matter.ts'
import { viewUnitPeople } from '../views/people.ts'

/** What those do who give matters and watch over them. */
export const watchingHandlers = (os: SupervisionImplementer, services: Services) => {
  const { rules } = services
  return {
    openMatter: os.openMatter.handler(({ context: { call }, input }) =>
      call.command((tx, command) => openMatter(tx, command, rules(), input)),
    ),
    withdrawMatter: os.withdrawMatter.handler(({ context: { call }, input }) =>
      call.command((tx, command) => withdrawMatter(tx, command, rules(), input)),
    ),
    accept: os.accept.handler(({ context: { call }, input }) =>
      call.command((tx, command) => acceptDuty(tx, command, rules(), input)),
    ),
    return: os.return.handler(({ context: { call }, input }) =>
      call.command((tx, command) => returnDuty(tx, command, rules(), input)),
    ),
    remind: os.remind.handler(({ context: { call }, input }) =>
      call.command((tx, command) => remindDuty(tx, command, rules(), input)),
    ),
    decide: os.decide.handler(({ context: { call }, input }) =>
      call.command((tx, command) => decideRequest(tx, command, rules(), input)),
    ),
    matter: os.matter.handler(({ context: { call }, input }) => viewMatter(services, call, input.matter)),
    complainant: os.complainant.handler(({ context: { call }, input }) => showComplainant(services, call, input)),
    matters: os.matters.handler(({ context: { call }, input }) => viewMatters(services, call, input.after)),
    duty: os.duty.handler(({ context: { call }, input }) => viewDuty(services, call, input.duty)),
    unitPeople: os.unitPeople.handler(({ context: { call }, input }) => viewUnitPeople(call, input.duty)),
  }
}
