import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import {
  accept,
  advance,
  begin,
  giveBack,
  type NodeChange,
  nextDueAt,
  type PlanNode,
  type Rules,
  release,
  report,
  submit,
} from './node.ts'

const rules: Rules = {
  calendar,
  lamp: { id: 'five-lamps', version: '1', effectiveFrom: '2026-01-01', aheadBy: 0.15, behindBy: 0.25 },
}
const planned: PlanNode = {
  ...{ id: 'n', title: '编制方案', state: 'planned', progress: 0 },
  ...{ plannedStart: at('2026-03-02 00:00'), deadline: at('2026-03-13 17:00'), readyAt: null, startedAt: null },
  ...{
    submittedAt: null,
    finishedAt: null,
    lamp: 'white',
    pausedAt: null,
    lampSince: null,
    changedAt: at('2026-02-26 10:00'),
    version: 1,
  },
}
const kinds = (change: NodeChange) => change.events.map(({ kind }) => kind)
const opening = (waitsOn: number, now: number) => ({ waitsOn, readyAt: waitsOn === 0 ? now : null })
const begun = (waitsOn = 0) => {
  const now = at('2026-02-27 09:00')
  return begin(rules, planned, opening(waitsOn, now), now).node
}

describe('a work node', () => {
  it('starts by itself when its plan runs and its planned start has come', () => {
    const change = advance(rules, begun(), at('2026-03-02 12:00'))
    expect(kinds(change)).toEqual(['plans.node.started', 'plans.lamp.given'])
    expect(change.node).toMatchObject({ state: 'running', startedAt: planned.plannedStart, lamp: 'green' })
  })
  it('does not start while a predecessor is missing, and starts at once when it is done late', () => {
    const waiting = advance(rules, begun(1), at('2026-03-03 12:00')).node
    expect(waiting.state).toBe('planned')
    const released = release(rules, waiting, opening(0, at('2026-03-03 12:00')), at('2026-03-03 12:00'))
    expect(released.node).toMatchObject({ state: 'running', startedAt: at('2026-03-03 12:00') })
  })
  it('a report before the start is refused and changes nothing', () => {
    const answer = report(rules, begun(), { progress: 10, payload: {} }, at('2026-02-28 09:00'))
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'plans.node.not-started' } })
  })
  it('a report below what was reported before is refused', () => {
    const node = unwrap(report(rules, begun(), { progress: 40, payload: {} }, at('2026-03-04 09:00'))).node
    const answer = report(rules, node, { progress: 30, payload: {} }, at('2026-03-05 09:00'))
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'plans.node.progress-backwards', facts: { progress: 40 } },
    })
  })
  it('a returned deliverable turns yellow, stands at the progress before it, and can be handed in again', () => {
    const reported = unwrap(report(rules, begun(), { progress: 60, payload: {} }, at('2026-03-05 09:00'))).node
    const submitted = unwrap(submit(rules, reported, {}, at('2026-03-06 09:00'))).node
    const returned = unwrap(giveBack(rules, submitted, { progress: 60, payload: {} }, at('2026-03-09 09:00'))).node
    expect(returned).toMatchObject({ state: 'returned', progress: 60, lamp: 'yellow', submittedAt: null })
    const again = unwrap(submit(rules, returned, {}, at('2026-03-10 09:00'))).node
    expect(unwrap(accept(rules, again, {}, at('2026-03-20 09:00'))).node).toMatchObject({ state: 'done', lamp: 'blue' })
  })
  it('nothing can be reported on a node that is done, and nothing accepted twice', () => {
    const submitted = unwrap(submit(rules, begun(), {}, at('2026-03-06 09:00'))).node
    const done = unwrap(accept(rules, submitted, {}, at('2026-03-09 09:00'))).node
    expect(report(rules, done, { progress: 99, payload: {} }, at('2026-03-10 09:00'))).toMatchObject({ ok: false })
    expect(accept(rules, done, {}, at('2026-03-10 09:00'))).toMatchObject({ ok: false })
  })
  it('each entry takes the next version', () => {
    const change = advance(rules, begun(), at('2026-03-20 12:00'))
    expect(change.node.version).toBe(begun().version + change.events.length)
  })
})

const minute = 60_000
const days = (count: number) => count * 24 * 60
const someMinutes = fc.integer({ min: 0, max: days(60) })

describe('properties of nodes', () => {
  it('however often time is swept, the same entries come out at the same instants', () => {
    fc.assert(
      fc.property(fc.array(someMinutes, { maxLength: 8 }), fc.nat(2), (minutes, waitsOn) => {
        const end = at('2026-02-27 09:00') + days(61) * minute
        const swept = [...minutes]
          .sort((a, b) => a - b)
          .reduce<NodeChange>(
            (change, after) => {
              const next = advance(rules, change.node, at('2026-02-27 09:00') + after * minute)
              return { node: next.node, events: [...change.events, ...next.events] }
            },
            { node: begun(waitsOn), events: [] },
          )
        const last = advance(rules, swept.node, end)
        expect([...swept.events, ...last.events]).toEqual(advance(rules, begun(waitsOn), end).events)
      }),
    )
  })
  it('a report decided on a node that no sweep has touched equals one on a swept node', () => {
    fc.assert(
      fc.property(someMinutes, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(99), (after, share, progress) => {
        const now = at('2026-02-27 09:00') + after * minute
        const swept = advance(rules, begun(), at('2026-02-27 09:00') + Math.floor(after * share) * minute)
        const direct = report(rules, begun(), { progress, payload: {} }, now)
        const late = report(rules, swept.node, { progress, payload: {} }, now)
        expect(late.ok).toBe(direct.ok)
        if (direct.ok && late.ok) {
          expect(late.value.node).toEqual(direct.value.node)
          expect([...swept.events, ...late.value.events]).toEqual(direct.value.events)
        }
      }),
    )
  })
  it('what the node says of its next change is when it changes', () => {
    fc.assert(
      fc.property(someMinutes, (after) => {
        const node = advance(rules, begun(), at('2026-02-27 09:00') + after * minute).node
        const due = nextDueAt(rules, node)
        if (due === undefined) return
        expect(advance(rules, node, due - 1).events).toEqual([])
        expect(advance(rules, node, due).events.length).toBeGreaterThan(0)
      }),
    )
  })
})
