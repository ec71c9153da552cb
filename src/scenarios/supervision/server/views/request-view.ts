import type { Actor } from '#platform/kernel/actor.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { RequestView } from '../../contract/views.ts'
import { mayDecide } from '../reach.ts'
import type { RequestRow } from '../request-store.ts'

/** A request as its page shows it; whether the reader decides it. */
export function requestView(row: RequestRow, names: Names, actor: Actor): RequestView {
  return {
    ...{ request: row.id, kind: row.kind, reason: row.reason, level: row.level, state: row.state, answer: row.answer },
    until: row.until?.toISOString() ?? null,
    by: `${names.organisation(row.asked_organisation)}${names.post(row.asked_post)} ${names.person(row.asked_person)}`,
    askedAt: row.asked_at.toISOString(),
    deciderName: names.organisation(row.decider),
    decidedAt: row.decided_at?.toISOString() ?? null,
    mayDecide: row.state === 'open' && mayDecide(actor, row.decider),
  }
}
