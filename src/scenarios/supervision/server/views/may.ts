import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import type { DutyAct } from '../../contract/views.ts'
import { mayDispute, mayRemind } from '../../domain/duty.ts'
import { dutyOf, dutyRulesOf } from '../duty-in-hand.ts'
import type { OwedDuty } from '../duty-store.ts'
import type { MatterRow } from '../matter-store.ts'
import { isOpener, mayAccept, mayAnswer, mayHead, maySupervise } from '../reach.ts'
import type { RequestRow } from '../request-store.ts'
import { presentOf } from './parts.ts'

type Place = {
  readonly owed: OwedDuty
  readonly matter: MatterRow
  readonly requests: readonly RequestRow[]
}

/** The acts that the post may do about a duty right now; each command asks again. */
export function mayOf(
  rules: CountyRules,
  { actor, now }: Pick<CallContext['call'], 'actor' | 'now'>,
  { owed, matter, requests }: Place,
): DutyAct[] {
  const { duty, obligation } = owed
  const at = now.getTime()
  const limits = dutyRulesOf(rules, matter)
  const open = obligation.state === 'open'
  const asked = (kind: string) => requests.some((one) => one.kind === kind && one.state === 'open')
  const [answers, heads, accepts] = [mayAnswer(actor, owed), mayHead(actor, owed), mayAccept(actor, owed)]
  const worker = obligation.debtor_person ?? duty.acknowledged_by
  const judges = accepts && obligation.state === 'submitted' && worker !== actor.person
  const urges = accepts || isOpener(actor, matter) || maySupervise(actor)
  const appealed = new Set(requests.filter(({ kind }) => kind === 'appeal').map(({ level }) => level))
  const { level } = presentOf(rules, obligation, now)
  const unappealed = Array.from({ length: level }, (_, index) => index + 1).some((one) => !appealed.has(one))
  const extends_ = open && at <= obligation.due_at.getTime() && duty.extensions < limits.limits.extensions
  const may: Readonly<Record<DutyAct, boolean>> = {
    acknowledge: answers && open && duty.acknowledged_at === null,
    report: answers && open,
    submit: answers && open,
    accept: judges,
    return: judges,
    remind: urges && mayRemind(limits, dutyOf(owed), at).ok,
    delegate: heads && open,
    extend: heads && extends_ && !asked('extension'),
    dispute: heads && open && !asked('dispute') && mayDispute(limits, dutyOf(owed), at).ok,
    appeal: heads && unappealed && !asked('appeal'),
    withdraw: matter.withdrawn_at === null && isOpener(actor, matter) && obligation.state !== 'withdrawn',
  }
  return (Object.keys(may) as DutyAct[]).filter((act) => may[act])
}
