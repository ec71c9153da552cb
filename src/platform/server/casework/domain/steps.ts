import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import {
  addWorkingTime,
  type Instant,
  type WorkCalendar,
  workingTimeBetween,
} from '#platform/kernel/working-time/index.ts'
import { begun, type Case, type CaseChange, type CaseStep } from './case.ts'
import { type Matter, stepOf } from './matter.ts'
import { end, giveOutcomes, openSteps, setStep } from './progress.ts'

/*
 * Steps of a case: one opens when all that it waits for are done, so those that wait for the same run side by side. Whoever does a
 * step does it, refuses it (where the step decides, that rejects the case), or asks once for a correction, which stops that
 * step's clock until the applicant answers.
 */

/** A step is done: what it gives is given, and those that waited for it open. */
export function completeStep(
  matter: Matter,
  calendar: WorkCalendar,
  of: Case,
  done: { readonly step: string; readonly note: string; readonly gave: readonly string[] },
  now: Instant,
): Result<CaseChange> {
  const step = openStep(of, done.step)
  if (!step.ok) return step
  const declared = stepOf(matter, done.step)
  const lacking = declared.gives.filter((field) => !done.gave.includes(field))
  if (lacking.length > 0) return refuse('casework.step.gives-missing', { fields: lacking.join('、') })
  const payload = { step: done.step, note: done.note, gave: [...done.gave] }
  const after = setStep(
    begun(of),
    done.step,
    { ...step.value, state: 'done', doneAt: now },
    {
      ...{ kind: 'casework.case.step-done', at: now, payload },
    },
  )
  return ok(openSteps(matter, calendar, giveOutcomes(after, declared.outcomes, now), now))
}

/** A step refuses: the case is rejected, with the reason. */
export function refuseStep(
  matter: Matter,
  of: Case,
  refused: { readonly step: string; readonly reason: string },
  now: Instant,
): Result<CaseChange> {
  const step = openStep(of, refused.step)
  if (!step.ok) return step
  if (!stepOf(matter, refused.step).decides)
    return refuse('casework.step.not-deciding', { step: stepOf(matter, refused.step).name })
  const payload = { step: refused.step, reason: refused.reason }
  const after = setStep(
    begun(of),
    refused.step,
    { ...step.value, state: 'refused', doneAt: now },
    {
      ...{ kind: 'casework.case.step-refused', at: now, payload },
    },
  )
  return ok(end(matter, after, { state: 'rejected', reason: refused.reason }, now))
}

/** A step asks the applicant for what is missing, once, with the whole list; its clock stands still (行政许可法第三十二条). */
export function askCorrection(
  of: Case,
  asked: { readonly step: string; readonly list: readonly string[] },
  now: Instant,
): Result<CaseChange> {
  const step = openStep(of, asked.step)
  if (!step.ok) return step
  if (step.value.asked !== undefined) return refuse('casework.correction.asked-before')
  const payload = { step: asked.step, list: [...asked.list] }
  return ok(
    setStep(
      begun(of),
      asked.step,
      { ...step.value, state: 'correcting', asked: asked.list, doneAt: now },
      {
        ...{ kind: 'casework.case.correction-asked', at: now, payload },
      },
    ),
  )
}

/** The applicant answers a correction: the step's clock goes on, as much later as it stood still. */
export function correct(
  calendar: WorkCalendar,
  of: Case,
  given: { readonly step: string; readonly files: readonly string[]; readonly note: string },
  now: Instant,
): Result<CaseChange> {
  const step = of.steps[given.step]
  if (step?.state !== 'correcting') return refuse('casework.correction.none')
  const { doneAt: stoppedAt = now, ...rest } = step
  const stood = workingTimeBetween(calendar, stoppedAt, now).workingMilliseconds
  const dueAt = addWorkingTime(calendar, step.dueAt ?? now, stood).at
  const payload = { step: given.step, files: [...given.files], note: given.note, dueAt: new Date(dueAt).toISOString() }
  return ok(
    setStep(
      begun(of),
      given.step,
      { ...rest, state: 'open', dueAt },
      { kind: 'casework.case.corrected', at: now, payload },
    ),
  )
}

function openStep(of: Case, id: string): Result<CaseStep> {
  const step = of.steps[id]
  if (of.state !== 'handling' || step?.state !== 'open') return refuse('casework.step.not-open')
  return ok(step)
}
