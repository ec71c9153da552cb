import type { Services } from '#platform/server/scenario/index.ts'
import { acceptDeliverable, returnDeliverable } from '../commands/judge-deliverable.ts'
import { reportProgress } from '../commands/report-progress.ts'
import { submitDeliverable } from '../commands/submit-deliverable.ts'
import type { ProjectsImplementer } from '../implementer.ts'

/** Work on a node. */
export const workHandlers = (os: ProjectsImplementer, { rules }: Services) => ({
  report: os.report.handler(({ context: { call }, input }) =>
    call.command((tx, command) => reportProgress(tx, command, rules(), input), { grouped: true }),
  ),
  submit: os.submit.handler(({ context: { call }, input }) =>
    call.command((tx, command) => submitDeliverable(tx, command, rules(), input)),
  ),
  accept: os.accept.handler(({ context: { call }, input }) =>
    call.command((tx, command) => acceptDeliverable(tx, command, rules(), input)),
  ),
  return: os.return.handler(({ context: { call }, input }) =>
    call.command((tx, command) => returnDeliverable(tx, command, rules(), input)),
  ),
})
