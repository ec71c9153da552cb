import { v7 } from 'uuid'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import {
  after,
  applyRule,
  climb,
  type Owed,
  obligationOf,
  onRecord,
  openObligation,
  pauseClock,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import { levelAbove, mayDispute, mayExtend } from '../../domain/duty.ts'
import { type Acknowledged, type DutyInHand, decideDuty, dutyOf, dutyRulesOf, getDuty } from '../duty-in-hand.ts'
import { listMatterDuties } from '../duty-store.ts'
import { assertReach, mayHead } from '../reach.ts'
import { insertRequest, listRequests, type RequestKind, type RequestRow } from '../request-store.ts'
import { requestObligation, requestStream } from '../streams.ts'

type Decided = Promise<Result<Decision<Acknowledged>>>
type Asked = Pick<RequestRow, 'reason' | 'until' | 'level' | 'decider'>

/** Asks for more time; whoever holds the level above decides. */
export async function askExtension(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string; readonly until: string; readonly reason: string },
): Decided {
  const inHand = await forAsking(tx, call, input.duty)
  const { matter, obligation } = inHand
  const duties = await listMatterDuties(tx, call.actor.jurisdiction, matter.id)
  const lead = duties.find(({ duty }) => duty.part === 'lead')?.obligation ?? obligation
  const limits = dutyRulesOf(rules, matter)
  const until = Date.parse(input.until)
  const wanted = { until, leadDueAt: lead.due_at.getTime() }
  const allowed = mayExtend(limits, dutyOf(inHand), wanted, call.now.getTime())
  if (!allowed.ok) return allowed
  const { ladder } = rulesOfObligation(rules, obligation)
  const decider = levelAbove(ladder, obligation.debtor_organisation, obligation.lead_organisation, limits.offices)
  const asked = { decider, level: null, until: new Date(until), reason: input.reason }
  return ask(tx, call, rules, inHand, 'extension', asked)
}

/** Disputes the assignment; the clock stands still until the two offices decide. */
export async function disputeDuty(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string; readonly reason: string },
): Decided {
  const inHand = await forAsking(tx, call, input.duty)
  const limits = dutyRulesOf(rules, inHand.matter)
  const allowed = mayDispute(limits, dutyOf(inHand), call.now.getTime())
  if (!allowed.ok) return allowed
  const asked = { decider: limits.offices, level: null, until: null, reason: input.reason }
  return ask(tx, call, rules, inHand, 'dispute', asked)
}

/** Appeals against one passing of the ladder, once. */
export async function appealPassing(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string; readonly level: number; readonly reason: string },
): Decided {
  const inHand = await forAsking(tx, call, input.duty)
  const { level } = input
  const present = climb(
    rulesOfObligation(rules, inHand.obligation),
    obligationOf(inHand.obligation),
    call.now.getTime(),
  ).obligation
  if (present.level < level) return refuse('supervision.appeal.no-passing', { level })
  const { offices } = dutyRulesOf(rules, inHand.matter)
  return ask(tx, call, rules, inHand, 'appeal', { decider: offices, level, until: null, reason: input.reason })
}

async function forAsking(tx: Transaction, call: CommandCall, id: string): Promise<DutyInHand> {
  const inHand = await getDuty(tx, call, id)
  assertReach(mayHead(call.actor, inHand), 'supervision.head')
  return inHand
}

async function ask(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  inHand: DutyInHand,
  kind: RequestKind,
  asked: Asked,
): Decided {
  const before = await listRequests(tx, call.actor.jurisdiction, [inHand.duty.id])
  const open = before.find((one) => one.kind === kind && one.state === 'open')
  if (open) return refuse('supervision.request.open', { askedAt: open.asked_at.toISOString() })
  if (kind === 'appeal' && before.some((one) => one.kind === kind && one.level === asked.level))
    return refuse('supervision.appeal.decided', { level: asked.level ?? 0 })
  const id = v7()
  const reason = inHand.hide(asked.reason)
  const owed = owedAnswer(call, rules, inHand, { id, kind, decider: asked.decider })
  const row: RequestRow = {
    ...{ id, duty_id: inHand.duty.id, obligation_id: owed.row.id, kind, reason, until: asked.until },
    ...{ level: asked.level, decider: asked.decider, asked_organisation: call.actor.organisation },
    ...{ asked_person: call.actor.person, asked_post: call.actor.post, asked_at: call.now },
    ...{ state: 'open', answer: null, decided_at: null, version: 1 },
  }
  const stands = kind === 'dispute' ? [standStill(call, rules, inHand, id)] : []
  return decideDuty(call, rules, inHand, {
    kind: `supervision.duty.${kind}-asked`,
    payload: {
      ...{ request: id, note: reason, decider: asked.decider, level: asked.level },
      until: asked.until?.toISOString() ?? null,
    },
    ...(inHand.duty.acknowledged_at === null && {
      change: { acknowledged_at: call.now, acknowledged_by: call.actor.person },
    }),
    owed: [...stands, owed],
    writes: [insertRequest(call.actor.jurisdiction, row)],
  })
}

const titles: Readonly<Record<RequestKind, string>> = { extension: '延期申请', dispute: '交办争议', appeal: '升级申诉' }

function owedAnswer(
  call: CommandCall,
  rules: CountyRules,
  { duty, matter, obligation }: DutyInHand,
  { id, kind, decider }: { readonly id: string; readonly kind: RequestKind; readonly decider: string },
): Owed {
  const now = call.now.getTime()
  const { decide } = rules.dutyRule(matter.opened_at.getTime(), matter.duty_rule)
  const opening = {
    ...{ kind: requestObligation, subject: requestStream(duty.id, id), title: `${titles[kind]}：${obligation.title}` },
    ...{ debtor: { organisation: decider, person: null }, lead: decider, readers: matter.readers },
    dueAt: after(rules.calendar, now, decide) - 1,
  }
  return openObligation({ calendar: rules.calendar, ladder: rules.ladderAt(matter.urgency, now) }, opening, now)
}

function standStill(call: CommandCall, rules: CountyRules, { obligation }: DutyInHand, request: string): Owed {
  const ladder = rulesOfObligation(rules, obligation)
  const paused = pauseClock(ladder, obligationOf(obligation), { request, why: 'dispute' }, call.now.getTime())
  const applied = applyRule(onRecord(obligation), ladder.ladder, ok(paused))
  if (!applied.ok) throw new Error('a pause is never refused')
  return applied.value
}
