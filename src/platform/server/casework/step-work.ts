import { v7 } from 'uuid'
import type { Result } from '#platform/kernel/result.ts'
import { ok, unwrap } from '#platform/kernel/result.ts'
import {
  acceptAnswer,
  applyRule,
  type ObligationChange,
  type ObligationRules,
  type Owed,
  obligationOf,
  onRecord,
  openObligation,
  pauseClock,
  resumeClock,
  rulesOfObligation,
  submitAnswer,
  withdraw,
} from '#platform/server/obligations/index.ts'
import { type StepRow, stepStream } from './case-row.ts'
import type { CaseChange, CaseEvent } from './domain/case.ts'
import { stepOf } from './domain/matter.ts'
import { type CaseInHand, isOpen } from './in-hand.ts'
import type { Recording } from './recording.ts'

/** The kind of obligation that a step of a case is. */
export const stepObligation = 'case-step'

type Worked = { readonly steps: readonly StepRow[]; readonly owed: readonly Owed[] }
type Pair = { readonly row: StepRow; readonly owed: Owed }

/** The steps that a change touched and what is owed for them: opened, answered, stopped, going on again, taken back. */
export function followSteps(recording: Recording, inHand: CaseInHand, change: CaseChange): Worked {
  const pairs = new Map<string, Pair>()
  for (const row of inHand.steps.filter(isOpen)) {
    const obligation = inHand.obligations.find(({ id }) => id === row.obligation_id)
    if (obligation === undefined) throw new Error(`the step ${row.id} has lost what is owed for it`)
    pairs.set(row.step, { row, owed: onRecord(obligation) })
  }
  const touched = new Set<string>()
  for (const event of change.events)
    for (const step of stepsOf(event)) {
      const pair =
        event.kind === 'casework.case.step-opened' ? opened(recording, inHand, change, step, event) : pairs.get(step)
      if (pair === undefined) continue // a step that was dropped before it opened
      pairs.set(step, event.kind === 'casework.case.step-opened' ? pair : moved(recording, change, pair, event))
      touched.add(step)
    }
  const all = [...touched].map((step) => pairs.get(step) as Pair)
  return { steps: all.map(({ row }) => row), owed: all.map(({ owed }) => owed) }
}

function stepsOf({ payload }: CaseEvent): readonly string[] {
  if (typeof payload.step === 'string') return [payload.step]
  return Array.isArray(payload.dropped) ? (payload.dropped as string[]) : []
}

function opened(
  recording: Recording,
  { row, matter }: CaseInHand,
  change: CaseChange,
  id: string,
  event: CaseEvent,
): Pair {
  const step = stepOf(matter, id)
  const dueAt = change.case.steps[id]?.dueAt ?? event.at
  const own = v7()
  const rules: ObligationRules = {
    calendar: recording.rules.calendar,
    ladder: recording.rules.ladderAt('standard', event.at),
  }
  const owed = openObligation(
    rules,
    {
      ...{
        kind: stepObligation,
        subject: stepStream(row.id, own),
        title: `${matter.name}：${step.name}（${row.number}）`,
      },
      ...{ debtor: { organisation: step.unit, person: null }, lead: row.authority, dueAt, readers: null },
    },
    event.at,
  )
  return {
    row: {
      ...{ id: own, case_id: row.id, step: id, unit: step.unit, state: 'open', obligation_id: owed.row.id },
      ...{ opened_at: new Date(event.at), due_at: new Date(dueAt), ended_at: null },
    },
    owed,
  }
}

function moved({ rules }: Recording, change: CaseChange, { row, owed }: Pair, event: CaseEvent): Pair {
  const under = rulesOfObligation(rules, owed.row)
  const state = change.case.steps[row.step]?.state
  const dueAt = change.case.steps[row.step]?.dueAt
  return {
    row: {
      ...row,
      state: state === undefined || state === 'waiting' ? 'dropped' : state,
      due_at: dueAt === undefined ? row.due_at : new Date(dueAt),
      ended_at: state === 'open' || state === 'correcting' ? null : new Date(event.at),
    },
    owed: unwrap(applyRule(owed, under.ladder, ruled(under, owed, event))),
  }
}

/** What an event of the case is for the obligation of the step. A step that is done is its own acceptance: the rule took it. */
function ruled(rules: ObligationRules, owed: Owed, { kind, at, payload }: CaseEvent): Result<ObligationChange> {
  const obligation = obligationOf(owed.row)
  switch (kind) {
    case 'casework.case.step-done':
    case 'casework.case.step-refused': {
      const handed = unwrap(submitAnswer(rules, obligation, {}, at))
      const taken = unwrap(acceptAnswer(handed.obligation, { by: 'casework' }, at))
      return ok({ obligation: taken.obligation, events: [...handed.events, ...taken.events] })
    }
    case 'casework.case.correction-asked':
      return ok(pauseClock(rules, obligation, { correction: true }, at))
    case 'casework.case.corrected':
      return ok(resumeClock(rules, obligation, {}, at))
    default:
      return ok(withdraw(rules, obligation, { reason: String(payload.reason ?? '') }, at))
  }
}
