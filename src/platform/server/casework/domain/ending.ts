import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Instant, WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { append, begun, type Case, type CaseChange, isOver } from './case.ts'
import { accept } from './gathering.ts'
import { type Matter, stepOf } from './matter.ts'
import { end, openSteps } from './progress.ts'

/*
 * How a case ends, and how it can begin again. A grant gives the outcomes that no step gave before; a rejection tells its reason
 * and the remedy; both drop the steps that are still open. Whoever asked can withdraw until the case has ended. After a
 * reconsideration (行政复议) a rejected case is opened again at the steps that were dropped or had refused.
 */

/** What the decision table said. */
export type Verdict = {
  readonly conclusion: 'grant' | 'reject' | 'refer'
  readonly reason: string
  readonly rule: { readonly id: string; readonly version: string }
}

/** Puts the verdict of the table on record; where the matter decides at once, it takes effect. */
function judge(matter: Matter, change: CaseChange, verdict: Verdict, now: Instant): CaseChange {
  const { conclusion, reason, rule } = verdict
  const judged = append(change, {}, { kind: 'casework.case.judged', at: now, payload: { conclusion, reason }, rule })
  if (!matter.decision?.instant || conclusion === 'refer') return judged
  return end(matter, judged, { state: conclusion === 'grant' ? 'granted' : 'rejected', reason }, now)
}

/**
 * What follows once everything is there: the case is accepted, judged where its matter has a table, and where that did not end
 * it, the steps that wait for nothing open.
 */
export function takeUp(
  matter: Matter,
  calendar: WorkCalendar,
  change: CaseChange,
  verdict: Verdict | undefined,
  now: Instant,
): CaseChange {
  const atOnce = matter.decision?.instant === true && verdict !== undefined && verdict.conclusion !== 'refer'
  const accepted = accept(matter, calendar, change, now, atOnce)
  if (accepted === change) return change
  const judged = verdict === undefined ? accepted : judge(matter, accepted, verdict, now)
  return isOver(judged.case) ? judged : openSteps(matter, calendar, judged, now)
}

/** Whoever asked takes the request back. */
export function withdrawCase(matter: Matter, of: Case, reason: string, now: Instant): Result<CaseChange> {
  if (isOver(of)) return refuse('casework.case.over')
  return ok(end(matter, begun(of), { state: 'withdrawn', reason }, now))
}

/** A rejected case is handled again: the steps that refused or were dropped open anew. */
export function reopen(
  matter: Matter,
  calendar: WorkCalendar,
  of: Case,
  reason: string,
  now: Instant,
): Result<CaseChange> {
  if (of.state !== 'rejected') return refuse('casework.case.not-rejected')
  const steps = Object.fromEntries(
    Object.entries(of.steps).map(([id, step]) => [id, step.state === 'done' ? step : { state: 'waiting' as const }]),
  )
  const names = Object.keys(steps).filter((id) => steps[id]?.state === 'waiting')
  const payload = { reason, steps: names.map((id) => stepOf(matter, id).id) }
  const again = append(
    begun(of),
    { state: 'handling', endedAt: null, steps },
    { kind: 'casework.case.reopened', at: now, payload },
  )
  return ok(openSteps(matter, calendar, again, now))
}
