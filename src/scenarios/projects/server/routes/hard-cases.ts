import type { Services } from '#platform/server/scenario/index.ts'
import { chooseTeam, claimCase } from '../commands/hard-case/claim.ts'
import { acceptCase, handInCase, returnCase, withdrawHardCase } from '../commands/hard-case/finish.ts'
import { publishCase } from '../commands/hard-case/publish.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewHardCase, viewHardCases } from '../views/hard-case/hard-cases.ts'

/** Hard cases. */
export const hardCaseHandlers = (os: ProjectsImplementer, { rules }: Services) => ({
  hardCases: os.hardCases.handler(({ context, input }) => viewHardCases(context.call, input)),
  hardCase: os.hardCase.handler(({ context, input }) => viewHardCase(context.call, input.case)),
  publishHardCase: os.publishHardCase.handler(({ context: { call }, input }) =>
    call.command((tx, command) => publishCase(tx, command, rules(), input)),
  ),
  claimHardCase: os.claimHardCase.handler(({ context: { call }, input }) =>
    call.command((tx, command) => claimCase(tx, command, rules(), input)),
  ),
  chooseTeam: os.chooseTeam.handler(({ context: { call }, input }) =>
    call.command((tx, command) => chooseTeam(tx, command, rules(), input)),
  ),
  submitHardCase: os.submitHardCase.handler(({ context: { call }, input }) =>
    call.command((tx, command) => handInCase(tx, command, rules(), input)),
  ),
  acceptHardCase: os.acceptHardCase.handler(({ context: { call }, input }) =>
    call.command((tx, command) => acceptCase(tx, command, rules(), input)),
  ),
  returnHardCase: os.returnHardCase.handler(({ context: { call }, input }) =>
    call.command((tx, command) => returnCase(tx, command, rules(), input)),
  ),
  withdrawHardCase: os.withdrawHardCase.handler(({ context: { call }, input }) =>
    call.command((tx, command) => withdrawHardCase(tx, command, rules(), input)),
  ),
})
