import { addWorkingDays, type Instant, type WorkCalendar } from '#platform/kernel/working-time/index.ts'
import { append, type CaseChange, type CaseOutcome, type CaseStep } from './case.ts'
import type { Matter } from './matter.ts'

/* What moves a case on, whoever moved it: steps open when those before them are done, outcomes are given once, a case ends. */

/** Opens every step whose predecessors are done; grants the case where none is left. */
export function openSteps(matter: Matter, calendar: WorkCalendar, change: CaseChange, now: Instant): CaseChange {
  const ready = matter.steps.filter(
    ({ id, after }) =>
      change.case.steps[id]?.state === 'waiting' && after.every((one) => change.case.steps[one]?.state === 'done'),
  )
  const opened = ready.reduce((so, { id, unit, days }) => {
    const dueAt = addWorkingDays(calendar, now, days).at
    const payload = { step: id, unit, dueAt: new Date(dueAt).toISOString() }
    return setStep(
      so,
      id,
      { state: 'open', openedAt: now, dueAt },
      { kind: 'casework.case.step-opened', at: now, payload },
    )
  }, change)
  const isDone = matter.steps.every(({ id }) => opened.case.steps[id]?.state === 'done')
  return isDone ? end(matter, opened, { state: 'granted', reason: '' }, now) : opened
}

/** Ends a case: open steps are dropped, a grant gives its outcomes. */
export function end(
  matter: Matter,
  change: CaseChange,
  ending: { readonly state: 'granted' | 'rejected' | 'withdrawn'; readonly reason: string },
  now: Instant,
): CaseChange {
  const { state, reason } = ending
  const given = matter.outcomes.map(({ id }) => id).filter((id) => change.case.outcomes[id] === undefined)
  const first = state === 'granted' ? giveOutcomes(change, given, now) : change
  const dropped = Object.entries(first.case.steps).filter(([, step]) => isPending(step.state))
  const steps = {
    ...first.case.steps,
    ...Object.fromEntries(dropped.map(([id, step]) => [id, { ...step, state: 'dropped' as const }])),
  }
  const payload = { ...(reason && { reason }), dropped: dropped.map(([id]) => id) }
  return append(first, { state, endedAt: now, steps }, { kind: `casework.case.${state}`, at: now, payload })
}

/** Gives outcomes; one that was given is not given again. */
export function giveOutcomes(change: CaseChange, ids: readonly string[], now: Instant): CaseChange {
  return ids
    .filter((id) => change.case.outcomes[id] === undefined)
    .reduce((so, id) => {
      const outcome: CaseOutcome = { orderedAt: now }
      const event = { kind: 'casework.case.outcome-given' as const, at: now, payload: { outcome: id } }
      return append(so, { outcomes: { ...so.case.outcomes, [id]: outcome } }, event)
    }, change)
}

/** A change in which one step stands otherwise. */
export function setStep(
  change: CaseChange,
  id: string,
  step: CaseStep,
  event: CaseChange['events'][number],
): CaseChange {
  return append(change, { steps: { ...change.case.steps, [id]: step } }, event)
}

function isPending(state: string): boolean {
  return state === 'waiting' || state === 'open' || state === 'correcting'
}
