import { addWorkingTime, type Instant, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import {
  append,
  climb,
  type Debtor,
  type Obligation,
  type ObligationChange,
  type ObligationRules,
} from './obligation.ts'

/*
 * What is decided about an obligation that is still owed, from outside.
 *   redated     the plan behind it has another deadline. The rungs climbed stay in the record; with a deadline that is still to
 *               come it is in time again, and its ladder begins anew from there.
 *   reassigned  somebody else owes it from now on: after a hand-over, or a change of the plan. Clock and rung stay.
 *   paused      its clock and ladder stand still; resumed, its deadline lies as much later in working time as the pause was long.
 *   withdrawn   it is owed no more, and stays visible.
 * All of them first let time pass: a rung that was reached before is on record before. An obligation that is answered or
 * withdrawn is over, and nothing is decided about it.
 */

type Payload = Readonly<Record<string, unknown>>

/** Gives an obligation another deadline. */
export function redate(
  rules: ObligationRules,
  obligation: Obligation,
  dueAt: Instant,
  payload: Payload,
  now: Instant,
): ObligationChange {
  const present = climb(rules, obligation, now)
  if (isOver(obligation) || dueAt === obligation.dueAt) return present
  const again = dueAt > now ? { level: 0, levelAt: null } : {}
  const told = { ...payload, from: tell(obligation.dueAt), dueAt: tell(dueAt) }
  const redated = append(
    present,
    { dueAt, ...again },
    { kind: 'obligations.obligation.redated', at: now, payload: told },
  )
  return follow(redated, climb(rules, redated.obligation, now))
}

/** Lets somebody else owe it. */
export function reassign(
  rules: ObligationRules,
  obligation: Obligation,
  debtor: Debtor,
  payload: Payload,
  now: Instant,
): ObligationChange {
  const present = climb(rules, obligation, now)
  const { organisation, person } = obligation.debtor
  if (isOver(obligation) || (organisation === debtor.organisation && person === debtor.person)) return present
  const told = { ...payload, from: obligation.debtor, debtor }
  return append(present, { debtor }, { kind: 'obligations.obligation.reassigned', at: now, payload: told })
}

/**
 * Lets the unit that another was merged into stand for it, as debtor or lead: from the instant of the merger, or where the record is
 * past that already from its last entry. Clock and rung stay.
 */
export function succeed(
  rules: ObligationRules,
  obligation: Obligation,
  debtor: Debtor,
  payload: Payload,
  mergedAt: Instant,
): ObligationChange {
  if (isOver(obligation)) return { obligation, events: [] }
  const at = Math.max(mergedAt, obligation.changedAt)
  const told = { ...payload, from: obligation.debtor, debtor }
  const present = climb(rules, obligation, at)
  return append(present, { debtor }, { kind: 'obligations.obligation.reassigned', at, payload: told })
}

/** Stops clock and ladder. */
export function pauseClock(
  rules: ObligationRules,
  obligation: Obligation,
  payload: Payload,
  now: Instant,
): ObligationChange {
  const present = climb(rules, obligation, now)
  if (isOver(obligation) || obligation.pausedAt !== null) return present
  return append(present, { pausedAt: now }, { kind: 'obligations.obligation.paused', at: now, payload })
}

/** Lets clock and ladder go on: the deadline has moved by the working time of the pause. */
export function resumeClock(
  rules: ObligationRules,
  obligation: Obligation,
  payload: Payload,
  now: Instant,
): ObligationChange {
  const untouched = { obligation, events: [] }
  if (isOver(obligation) || obligation.pausedAt === null) return untouched
  const paused = workingTimeBetween(rules.calendar, obligation.pausedAt, now).workingMilliseconds
  const moved = addWorkingTime(rules.calendar, obligation.dueAt, paused).at
  const dueAt = obligation.dueAt >= obligation.pausedAt ? Math.max(moved, now) : moved
  const told = { ...payload, from: tell(obligation.dueAt), dueAt: tell(dueAt) }
  return append(
    untouched,
    { pausedAt: null, dueAt },
    { kind: 'obligations.obligation.resumed', at: now, payload: told },
  )
}

/** Takes it back. */
export function withdraw(
  rules: ObligationRules,
  obligation: Obligation,
  payload: Payload,
  now: Instant,
): ObligationChange {
  const present = climb(rules, obligation, now)
  if (isOver(obligation)) return present
  return append(
    present,
    { state: 'withdrawn', pausedAt: null },
    { kind: 'obligations.obligation.withdrawn', at: now, payload },
  )
}

function isOver({ state }: Obligation): boolean {
  return state === 'answered' || state === 'withdrawn'
}

function follow(change: ObligationChange, next: ObligationChange): ObligationChange {
  return { obligation: next.obligation, events: [...change.events, ...next.events] }
}

function tell(at: Instant): string {
  return new Date(at).toISOString()
}
