import type { Result } from '#platform/kernel/result.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { pauseClock, reassign, redate, resumeClock, withdraw } from './amend.ts'
import {
  acceptAnswer,
  climb,
  type Debtor,
  type Obligation,
  type ObligationChange,
  type ObligationEvent,
  type ObligationRules,
  returnAnswer,
  submitAnswer,
} from './obligation.ts'

/*
 * What would have happened under other rules. People's acts are taken from the record as they were; what time alone brought, the
 * passings, is reckoned anew. Under the rules that the obligation was opened with, the replay gives the recorded passings again.
 */

/** An obligation's story: how it was opened, and what people did since, in order. */
export type ObligationStory = {
  readonly id: string
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly debtor: Debtor
  readonly acts: readonly ObligationEvent[]
}

/** Plays an obligation's story until an instant under some rules: how it would stand, and everything on the way. */
export function replay(rules: ObligationRules, story: ObligationStory, until: Instant): ObligationChange {
  const { id, openedAt, dueAt, debtor } = story
  const opened: Obligation = {
    ...{ id, dueAt, debtor, state: 'open', level: 0, levelAt: null, pausedAt: null, changedAt: openedAt, version: 1 },
  }
  let change: ObligationChange = { obligation: opened, events: [] }
  for (const act of story.acts) {
    if (act.at > until) break
    change = follow(change, done(rules, change.obligation, act))
  }
  return follow(change, climb(rules, change.obligation, until))
}

function done(
  rules: ObligationRules,
  obligation: Obligation,
  { kind, at, payload }: ObligationEvent,
): ObligationChange {
  switch (kind) {
    case 'obligations.obligation.submitted':
      return given(obligation, submitAnswer(rules, obligation, payload, at))
    case 'obligations.obligation.returned':
      return given(obligation, returnAnswer(rules, obligation, payload, at))
    case 'obligations.obligation.answered':
      return given(obligation, acceptAnswer(obligation, payload, at))
    case 'obligations.obligation.redated':
      return redate(rules, obligation, Date.parse(String(payload.dueAt)), payload, at)
    case 'obligations.obligation.reassigned':
      return reassign(rules, obligation, payload.debtor as Debtor, payload, at)
    case 'obligations.obligation.paused':
      return pauseClock(rules, obligation, payload, at)
    case 'obligations.obligation.resumed':
      return resumeClock(rules, obligation, payload, at)
    case 'obligations.obligation.withdrawn':
      return withdraw(rules, obligation, payload, at)
    default:
      return { obligation, events: [] }
  }
}

function given(obligation: Obligation, result: Result<ObligationChange>): ObligationChange {
  return result.ok ? result.value : { obligation, events: [] }
}

function follow(change: ObligationChange, next: ObligationChange): ObligationChange {
  return { obligation: next.obligation, events: [...change.events, ...next.events] }
}
