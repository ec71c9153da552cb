import type { Services } from '#platform/server/scenario/index.ts'
import { appealPassing, askExtension, disputeDuty } from '../commands/ask.ts'
import { acknowledgeDuty, delegateDuty, reportDuty, submitDuty } from '../commands/work-on-duty.ts'
import type { SupervisionImplementer } from '../implementer.ts'

/** What the responsible unit does. */
export const answeringHandlers = (os: SupervisionImplementer, { rules }: Services) => ({
  acknowledge: os.acknowledge.handler(({ context: { call }, input }) =>
    call.command((tx, command) => acknowledgeDuty(tx, command, rules(), input)),
  ),
  report: os.report.handler(({ context: { call }, input }) =>
    call.command((tx, command) => reportDuty(tx, command, rules(), input)),
  ),
  submit: os.submit.handler(({ context: { call }, input }) =>
    call.command((tx, command) => submitDuty(tx, command, rules(), input)),
  ),
  delegate: os.delegate.handler(({ context: { call }, input }) =>
    call.command((tx, command) => delegateDuty(tx, command, rules(), input)),
  ),
  askExtension: os.askExtension.handler(({ context: { call }, input }) =>
    call.command((tx, command) => askExtension(tx, command, rules(), input)),
  ),
  dispute: os.dispute.handler(({ context: { call }, input }) =>
    call.command((tx, command) => disputeDuty(tx, command, rules(), input)),
  ),
  appeal: os.appeal.handler(({ context: { call }, input }) =>
    call.command((tx, command) => appealPassing(tx, command, rules(), input)),
  ),
})
