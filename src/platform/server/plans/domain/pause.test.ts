import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { accept, advance, begin, giveBack, nextDueAt, type PlanNode, type Rules, report, submit } from './node.ts'
import { pauseNode, resumeNode } from './pause.ts'

const rules: Rules = {
  calendar,
  lamp: { id: 'five-lamps', version: '1', effectiveFrom: '2026-01-01', aheadBy: 0.15, behindBy: 0.25 },
}
const began = at('2026-02-27 09:00')
const planned: PlanNode = {
  ...{ id: 'n', title: '编制方案', state: 'planned', progress: 0, version: 1 },
  ...{ plannedStart: at('2026-03-02 00:00'), deadline: at('2026-03-13 17:00'), changedAt: at('2026-02-26 10:00') },
  ...{ readyAt: null, startedAt: null, submittedAt: null, finishedAt: null },
  ...{ lamp: 'white', lampSince: null, pausedAt: null },
}
const begun = (readyAt: number | null = began) =>
  begin(rules, planned, { waitsOn: readyAt === null ? 1 : 0, readyAt }, began).node
const pauseAndResume = (node: PlanNode, from: number, until: number) => {
  const paused = pauseNode(rules, node, {}, from).node
  return { paused, resumed: resumeNode(rules, paused, {}, until).node }
}

describe('a pause', () => {
  it('keeps a node from starting, and lets it start in the morning as many working days later', () => {
    const { paused, resumed } = pauseAndResume(begun(), at('2026-02-27 17:00'), at('2026-03-03 17:00'))
    expect(nextDueAt(rules, paused)).toBeUndefined()
    expect(advance(rules, paused, at('2026-12-01 09:00')).events).toEqual([])
    expect(resumed.plannedStart).toBe(at('2026-03-05 08:30'))
    expect(resumed.deadline).toBe(at('2026-03-18 17:00'))
    expect(advance(rules, resumed, at('2026-03-05 08:30')).node.state).toBe('running')
  })
  it('leaves what was late as late as it was', () => {
    const { paused, resumed } = pauseAndResume(begun(), at('2026-03-20 09:00'), at('2026-04-20 09:00'))
    expect(resumed).toMatchObject({ lamp: 'red', deadline: paused.deadline, lampSince: paused.lampSince })
  })
})

/** A node somewhere in its life, and the instant at which it got there. */
const lives = fc
  .record({
    ready: fc.boolean(),
    steps: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 6 * 24 * 60 }),
        act: fc.constantFrom('wait', 'report', 'submit', 'accept', 'return'),
        progress: fc.nat(99),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ ready, steps }) =>
    steps.reduce(
      (so, step) => {
        const now = so.now + step.after * 60_000
        return { now, node: stepped(advance(rules, so.node, now).node, step, now) }
      },
      { node: begun(ready ? began : null), now: began },
    ),
  )

function stepped(node: PlanNode, { act, progress }: { act: string; progress: number }, now: number): PlanNode {
  const input = { progress, payload: {} }
  if (act === 'report' && node.progress <= progress && ['running', 'returned'].includes(node.state))
    return unwrap(report(rules, node, input, now)).node
  if (act === 'submit' && ['running', 'returned'].includes(node.state)) return unwrap(submit(rules, node, {}, now)).node
  if (act === 'accept' && node.state === 'submitted') return unwrap(accept(rules, node, {}, now)).node
  if (act === 'return' && node.state === 'submitted')
    return unwrap(giveBack(rules, node, { progress: 0, payload: {} }, now)).node
  return node
}

describe('properties of a pause', () => {
  const length = fc.integer({ min: 0, max: 90 * 24 * 60 })
  it('the lamp is the same at its end as at its beginning, but for a node that starts as it ends', () => {
    fc.assert(
      fc.property(lives, length, ({ node, now }, minutes) => {
        const paused = pauseNode(rules, node, {}, now).node
        const change = resumeNode(rules, paused, {}, now + minutes * 60_000)
        if (change.events.some(({ kind }) => kind === 'plans.node.started')) return
        expect(change.node.lamp).toBe(paused.lamp)
        expect(change.events.filter(({ kind }) => kind === 'plans.lamp.given')).toEqual([])
      }),
    )
  })
  it('as much working time is left as before, and the whole is as long', () => {
    fc.assert(
      fc.property(lives, length, ({ node, now }, minutes) => {
        if (node.state === 'submitted' || node.state === 'done') return
        const until = now + minutes * 60_000
        const { paused, resumed } = pauseAndResume(node, now, until)
        const worked = (from: number, to: number) => workingTimeBetween(calendar, from, to).workingMilliseconds
        expect(worked(resumed.plannedStart, resumed.deadline)).toBe(worked(paused.plannedStart, paused.deadline))
        if (paused.deadline >= now) expect(worked(until, resumed.deadline)).toBe(worked(now, paused.deadline))
      }),
    )
  })
})
