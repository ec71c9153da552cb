import { permits, reach } from '#platform/kernel/actor.ts'
import { readInstantPlace, tellInstantPlace } from '#platform/kernel/instant-place.ts'
import { type CaseAct, listQueue } from '#platform/server/casework/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { act, mayPay, mayWork } from '../acting.ts'
import type { MattersImplementer } from '../implementer.ts'
import { printCase } from '../papers/print-case.ts'
import { reported } from '../reported.ts'
import { viewCase } from '../views/case.ts'
import { queueLine } from '../views/case-lines.ts'

/** What bureaus do with cases. Whoever tries one that is not theirs is reported. */
export function handlingHandlers(os: MattersImplementer, services: Services) {
  const doing = (call: CallContext['call'], id: string, one: CaseAct) =>
    reported(services, call, { case: id, act: one.act }, act(services, call, id, one))
  return {
    queue: os.queue.handler(({ context: { call }, input }) => viewQueue(services, call, input)),
    case: os.case.handler(({ context: { call }, input }) =>
      reported(services, call, { ...input, act: 'view' }, viewCase(services, call, input.case, viewerOf(call))),
    ),
    paper: os.paper.handler(({ context: { call }, input }) =>
      reported(services, call, { ...input, act: 'print' }, printCase(services, call, input, viewerOf(call))),
    ),
    complete: os.complete.handler(({ context: { call }, input: { case: id, ...step } }) =>
      doing(call, id, { act: 'complete', ...step }),
    ),
    refuse: os.refuse.handler(({ context: { call }, input: { case: id, ...step } }) =>
      doing(call, id, { act: 'refuse', ...step }),
    ),
    askCorrection: os.askCorrection.handler(({ context: { call }, input: { case: id, ...step } }) =>
      doing(call, id, { act: 'ask-correction', ...step }),
    ),
    reorderPayment: os.reorderPayment.handler(({ context: { call }, input: { case: id, ...order } }) =>
      doing(call, id, { act: 'reorder-payment', ...order }),
    ),
    reopen: os.reopen.handler(({ context: { call }, input: { case: id, ...why } }) =>
      doing(call, id, { act: 'reopen', ...why }),
    ),
  }
}

/** An official at work: what is the applicant's is masked, and what may be done is the post's. */
function viewerOf(call: CallContext['call']) {
  const { actor } = call
  return {
    ...{ isApplicant: false, mayWork: mayWork(call), mayPay: mayPay(call) },
    mayReopen: permits(actor, 'matters.reopen'),
  }
}

type QueueWanted = { readonly after?: string | undefined; readonly limit: number }

/** Steps of the units in which the post may work, most urgent first. */
function viewQueue(services: Services, call: CallContext['call'], { after, limit }: QueueWanted) {
  const { jurisdiction } = services
  const reached = reach(call.actor, 'matters.handle')
  const units = reached === 'all' ? [call.actor.organisation] : reached
  return call.read(async (tx) => {
    const rows = await listQueue(tx, jurisdiction, {
      units,
      after: after === undefined ? undefined : readInstantPlace(after),
      limit,
    })
    const names = await findNames(tx, jurisdiction, { organisations: rows.map(({ unit }) => unit) })
    const last = rows[limit - 1]
    return {
      steps: rows.map((row) => queueLine(services.rules(), names, row, call.now)),
      next: last ? tellInstantPlace({ at: last.due_at, id: last.id }) : null,
    }
  })
}
