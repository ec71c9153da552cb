import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { type Ladder, levelInstants } from './ladder.ts'

/*
 * An obligation (督办事项) is what somebody owes somebody, with a time in which it is answered. Its states:
 *   open       the debtor owes it; late ones climb the ladder by themselves;
 *   submitted  an answer with evidence waits for the acceptor; the ladder does not move while it waits;
 *   answered   the acceptor took the answer: only now is it answered;
 *   withdrawn  whoever opened it took it back; it stays visible.
 * A returned answer makes it open again with the same deadline: what fell due while it was handed in then takes effect at the
 * instant of the return, for no passing may lie before the answer was judged.
 * What is decided about an obligation from outside (another deadline, another debtor, a pause, its end) stands in amend.ts.
 */

/** Where an obligation stands. */
export type ObligationState = 'open' | 'submitted' | 'answered' | 'withdrawn'

/** Who owes: a unit and, where named, its person. */
export type Debtor = { readonly organisation: string; readonly person: string | null }

/** An obligation as the rules see it. */
export type Obligation = {
  readonly id: string
  readonly state: ObligationState
  readonly dueAt: Instant
  /** Rung reached, 0 while in time. */
  readonly level: number
  readonly levelAt: Instant | null
  readonly debtor: Debtor
  /** Since when its clock stands still; null while it runs. */
  readonly pausedAt: Instant | null
  readonly changedAt: Instant
  readonly version: number
}

/** What happened to an obligation; each becomes one entry in its stream. */
export type ObligationEvent = {
  readonly kind:
    | 'obligations.obligation.opened'
    | 'obligations.obligation.submitted'
    | 'obligations.obligation.returned'
    | 'obligations.obligation.answered'
    | 'obligations.obligation.climbed'
    | 'obligations.obligation.redated'
    | 'obligations.obligation.reassigned'
    | 'obligations.obligation.paused'
    | 'obligations.obligation.resumed'
    | 'obligations.obligation.withdrawn'
  readonly at: Instant
  readonly payload: Readonly<Record<string, unknown>>
}

/** An obligation after a rule, and what happened to it on the way. */
export type ObligationChange = { readonly obligation: Obligation; readonly events: readonly ObligationEvent[] }

/** The calendar and ladder that an obligation was opened under. */
export type ObligationRules = {
  readonly calendar: WorkCalendar
  readonly ladder: Ladder
  /** `levelInstants` of this ladder, for a caller who keeps what many with one deadline share. */
  instantsOf?(dueAt: Instant): readonly Instant[]
}

/** Lets time pass: the rungs reached up to `now`, each at its own instant. */
export function climb(rules: ObligationRules, obligation: Obligation, now: Instant): ObligationChange {
  let change: ObligationChange = { obligation, events: [] }
  for (;;) {
    const at = nextClimbAt(rules, change.obligation)
    if (at === undefined || at > now) return change
    change = climbed(rules, change, at)
  }
}

/** When the obligation climbs next if nothing is done; nothing where it does not. */
export function nextClimbAt(rules: ObligationRules, obligation: Obligation): Instant | undefined {
  if (obligation.state !== 'open' || obligation.pausedAt !== null) return undefined
  const instants = rules.instantsOf?.(obligation.dueAt) ?? levelInstants(rules.calendar, rules.ladder, obligation.dueAt)
  const at = instants[obligation.level]
  return at === undefined ? undefined : Math.max(at, obligation.changedAt)
}

/** The debtor's answer. */
export function submitAnswer(
  rules: ObligationRules,
  obligation: Obligation,
  payload: Readonly<Record<string, unknown>>,
  now: Instant,
): Result<ObligationChange> {
  const present = climb(rules, obligation, now)
  if (present.obligation.state !== 'open') return refuse('obligations.obligation.not-open')
  return ok(append(present, { state: 'submitted' }, { kind: 'obligations.obligation.submitted', at: now, payload }))
}

/** The acceptor takes the answer: the obligation is answered. */
export function acceptAnswer(
  obligation: Obligation,
  payload: Readonly<Record<string, unknown>>,
  now: Instant,
): Result<ObligationChange> {
  if (obligation.state !== 'submitted') return refuse('obligations.obligation.not-submitted')
  return ok(
    append(
      { obligation, events: [] },
      { state: 'answered' },
      { kind: 'obligations.obligation.answered', at: now, payload },
    ),
  )
}

/** The acceptor gives the answer back with a reason. */
export function returnAnswer(
  rules: ObligationRules,
  obligation: Obligation,
  payload: Readonly<Record<string, unknown>>,
  now: Instant,
): Result<ObligationChange> {
  if (obligation.state !== 'submitted') return refuse('obligations.obligation.not-submitted')
  const returned = append(
    { obligation, events: [] },
    { state: 'open' },
    { kind: 'obligations.obligation.returned', at: now, payload },
  )
  const { obligation: after, events } = climb(rules, returned.obligation, now)
  return ok({ obligation: after, events: [...returned.events, ...events] })
}

function climbed(rules: ObligationRules, change: ObligationChange, at: Instant): ObligationChange {
  const level = change.obligation.level + 1
  const rung = rules.ladder.levels[level - 1]
  return append(
    change,
    { level, levelAt: at },
    {
      kind: 'obligations.obligation.climbed',
      at,
      payload: {
        level,
        name: rung?.name ?? '',
        receiver: rung?.receiver ?? null,
        judges: rung !== undefined && rung.limit === undefined,
        rule: rules.ladder.id,
        ruleVersion: rules.ladder.version,
      },
    },
  )
}

/** A change with one more event, and what it makes of the obligation. */
export function append(change: ObligationChange, after: Partial<Obligation>, event: ObligationEvent): ObligationChange {
  const { obligation } = change
  return {
    obligation: { ...obligation, ...after, changedAt: event.at, version: obligation.version + 1 },
    events: [...change.events, event],
  }
}
