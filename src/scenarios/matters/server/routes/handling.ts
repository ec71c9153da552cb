import { permits, reach } from '#platform/kernel/actor.ts'
import { listQueue } from '#platform/server/casework/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { act, mayWork } from '../acting.ts'
import type { MattersImplementer } from '../implementer.ts'
import { printCase } from '../papers/print-case.ts'
import { viewCase } from '../views/case.ts'
import { queueLine } from '../views/case-lines.ts'

/** What bureaus do with cases. */
export const handlingHandlers = (os: MattersImplementer, services: Services) => ({
  queue: os.queue.handler(({ context: { call }, input }) => viewQueue(services, call, input.limit)),
  case: os.case.handler(({ context: { call }, input }) => viewCase(services, call, input.case, viewerOf(call))),
  paper: os.paper.handler(({ context: { call }, input }) => printCase(services, call, input, viewerOf(call))),
  complete: os.complete.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'complete', step: input.step, note: input.note, gives: input.gives }),
  ),
  refuse: os.refuse.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'refuse', step: input.step, reason: input.reason }),
  ),
  askCorrection: os.askCorrection.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'ask-correction', step: input.step, list: input.list }),
  ),
  reopen: os.reopen.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'reopen', reason: input.reason }),
  ),
})

/** An official at work: what is the applicant's is masked, and what may be done is the post's. */
function viewerOf(call: CallContext['call']) {
  return { isApplicant: false, mayWork: mayWork(call), mayReopen: permits(call.actor, 'matters.reopen') }
}

/** Steps of the units in which the post may work, most urgent first. */
function viewQueue(services: Services, call: CallContext['call'], limit: number) {
  const { jurisdiction } = services
  const reached = reach(call.actor, 'matters.handle')
  const units = reached === 'all' ? [call.actor.organisation] : reached
  return call.read(async (tx) => {
    const rows = await listQueue(tx, jurisdiction, { units, limit })
    const names = await findNames(tx, jurisdiction, { organisations: rows.map(({ unit }) => unit) })
    return { steps: rows.map((row) => queueLine(services.rules(), names, row, call.now)) }
  })
}
