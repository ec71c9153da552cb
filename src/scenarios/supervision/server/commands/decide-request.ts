import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findOrganisation } from '#platform/server/identity/index.ts'
import {
  acceptAnswer,
  after,
  applyRule,
  listObligationsById,
  type ObligationRow,
  type Owed,
  obligationOf,
  onRecord,
  reassign,
  redate,
  resumeClock,
  rulesOfObligation,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import { type Acknowledged, type DutyInHand, decideDuty, hideComplainant } from '../duty-in-hand.ts'
import { type DutyRow, listDuties, listMatterDuties } from '../duty-store.ts'
import { listMatters } from '../matter-store.ts'
import { assertReach, mayDecide } from '../reach.ts'
import { newcomer, readersWith, widen } from '../readers.ts'
import { closeRequests, findRequest, type RequestRow } from '../request-store.ts'

/** An answer to a request. */
export type Answer = {
  readonly request: string
  readonly granted: boolean
  readonly reason: string
  /** Who takes a disputed duty over. */
  readonly unit?: string | undefined
}

/** Decides a request, with reasons: what follows from it is on record with it, and the answer that was owed is given. */
export async function decideRequest(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: Answer,
): Promise<Result<Decision<Acknowledged>>> {
  const { jurisdiction } = call.actor
  const request = await findRequest(tx, jurisdiction, input.request)
  if (request === undefined) return refuse('record.unknown')
  assertReach(mayDecide(call.actor, request.decider), 'supervision.accept')
  if (request.state !== 'open') return refuse('supervision.request.closed')
  const [[owed], [debt]] = await Promise.all([
    listDuties(tx, jurisdiction, [request.duty_id]),
    listObligationsById(tx, jurisdiction, [request.obligation_id]),
  ])
  const [matter] = owed ? await listMatters(tx, jurisdiction, [owed.duty.matter_id]) : []
  if (owed === undefined || debt === undefined || matter === undefined) throw new Error('a request has lost its duty')
  const takesOver = request.kind === 'dispute' && input.granted
  if (takesOver && input.unit === undefined) return refuse('supervision.request.unit-needed')
  if (takesOver && (await findOrganisation(tx, jurisdiction, input.unit ?? ''))?.ended !== false)
    return refuse('supervision.matter.unit-unknown', { unit: input.unit ?? '' })
  const hide = await hideComplainant(tx, call, matter)
  const readers = takesOver ? readersWith(matter.readers, [newcomer(matter, input.unit ?? '')]) : matter.readers
  const duties = takesOver ? await listMatterDuties(tx, jurisdiction, matter.id) : []
  const inHand = { ...owed, hide, matter: { ...matter, readers } }
  const decided = following(call, rules, inHand, request, debt, { ...input, reason: hide(input.reason) })
  const writes = [...decided.writes, ...widen(jurisdiction, matter, duties, readers)]
  return decideDuty(call, rules, inHand, { ...decided, writes })
}

function following(
  call: CommandCall,
  rules: CountyRules,
  inHand: DutyInHand,
  request: RequestRow,
  debt: ObligationRow,
  input: Answer,
) {
  const row: RequestRow = {
    ...request,
    ...{ state: input.granted ? 'granted' : 'refused', answer: input.reason, decided_at: call.now },
    version: request.version + 1,
  }
  const own = effect(call, rules, inHand, request, input)
  return {
    kind: `supervision.duty.${request.kind}-${input.granted ? 'granted' : 'refused'}`,
    payload: {
      ...{ request: request.id, note: input.reason, level: request.level, unit: input.unit ?? null },
      ...{ until: request.until?.toISOString() ?? null, obligation: inHand.obligation.id, asker: request.asked_person },
    },
    ...(own.change && { change: own.change }),
    owed: [...own.owed, answered(call, rules, debt, input)],
    writes: [closeRequests(call.actor.jurisdiction, [row])],
  }
}

/** What an answer does to the duty itself. */
function effect(
  call: CommandCall,
  rules: CountyRules,
  { duty, obligation, matter }: DutyInHand,
  request: RequestRow,
  input: Answer,
): { readonly owed: readonly Owed[]; readonly change?: Partial<DutyRow> } {
  const ladder = rulesOfObligation(rules, obligation)
  const now = call.now.getTime()
  const about = { request: request.id }
  if (request.kind === 'extension' && input.granted && request.until !== null) {
    const later = redate(ladder, obligationOf(obligation), request.until.getTime(), { ...about, extension: true }, now)
    return { owed: [applied(onRecord(obligation), ladder, later)], change: { extensions: duty.extensions + 1 } }
  }
  if (request.kind !== 'dispute') return { owed: [] }
  const goesOn = applied(
    onRecord({ ...obligation, readers: matter.readers }),
    ladder,
    resumeClock(ladder, obligationOf(obligation), about, now),
  )
  if (!input.granted) return { owed: [goesOn] }
  const debtor = { organisation: input.unit ?? '', person: null }
  const moved = applied(goesOn, ladder, reassign(ladder, obligationOf(goesOn.row), debtor, about, now))
  const limit = rules.dutyRule(now, matter.duty_rule).acknowledge[matter.urgency === 'urgent' ? 'urgent' : 'standard']
  const anew = { acknowledge_by: new Date(after(rules.calendar, now, limit) - 1), unacknowledged_at: null }
  return { owed: [moved], change: { ...anew, acknowledged_at: null, acknowledged_by: null } }
}

/** The decider's own obligation, answered by the decision. */
function answered(call: CommandCall, rules: CountyRules, debt: ObligationRow, input: Answer): Owed {
  const ladder = rulesOfObligation(rules, debt)
  const now = call.now.getTime()
  const payload = { granted: input.granted, note: input.reason }
  const handedIn = applyRule(onRecord(debt), ladder.ladder, submitAnswer(ladder, obligationOf(debt), payload, now))
  if (!handedIn.ok) throw new Error(`an open request has no open obligation: ${handedIn.refusal.code}`)
  const taken = applyRule(handedIn.value, ladder.ladder, acceptAnswer(obligationOf(handedIn.value.row), payload, now))
  if (!taken.ok) throw new Error(`an answer was not taken: ${taken.refusal.code}`)
  return taken.value
}

function applied(
  owed: Owed,
  { ladder }: ReturnType<typeof rulesOfObligation>,
  change: ReturnType<typeof redate>,
): Owed {
  const result = applyRule(owed, ladder, ok(change))
  if (!result.ok) throw new Error('what is decided about an obligation is never refused')
  return result.value
}
