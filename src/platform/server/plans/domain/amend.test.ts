import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { handOver, rebase, remove } from './amend.ts'
import { advance, begin, type NodeChange, type PlanNode, type Rules, submit } from './node.ts'

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
const begun = begin(rules, planned, { waitsOn: 0, readyAt: began }, began).node
const kinds = ({ events }: NodeChange) => events.map(({ kind }) => kind.replace(/^plans\.(node\.)?/, ''))
const later = { deadline: at('2026-05-29 17:00'), payload: { reason: '汛期停工' } }

describe('a change of a running plan', () => {
  it('turns a red lamp from now on, and keeps the red one in the record', () => {
    const change = unwrap(rebase(rules, begun, later, at('2026-03-16 09:00')))
    expect(kinds(change)).toEqual(['started', 'lamp.given', 'lamp.given', 'rebased', 'lamp.given'])
    expect(change.events.filter(({ kind }) => kind === 'plans.lamp.given').map(({ payload }) => payload.to)).toEqual([
      'green',
      'red',
      'green',
    ])
    expect(change.node.lampSince).toBe(at('2026-03-16 09:00'))
  })
  it('lets a node whose new start has passed start at the change, not before it', () => {
    const now = at('2026-02-27 15:00')
    const earlier = { plannedStart: at('2026-02-20 00:00'), payload: {} }
    expect(unwrap(rebase(rules, begun, earlier, now)).node.startedAt).toBe(now)
  })
  it('does not move the start of what has started', () => {
    const answer = rebase(rules, begun, { plannedStart: at('2026-03-09 00:00'), payload: {} }, at('2026-03-04 09:00'))
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'plans.change.node-started' } })
  })
  it('does not touch what is handed in, nor take it out', () => {
    const submitted = unwrap(submit(rules, begun, {}, at('2026-03-06 09:00'))).node
    const refusal = { ok: false, refusal: { code: 'plans.change.node-handed-in' } }
    expect(rebase(rules, submitted, later, at('2026-03-09 09:00'))).toMatchObject(refusal)
    expect(remove(rules, submitted, {}, at('2026-03-09 09:00'))).toMatchObject(refusal)
  })
  it('a hand-over changes neither state nor lamp', () => {
    const change = handOver(rules, begun, { person: 'b' }, at('2026-03-16 09:00'))
    expect(kinds(change)).toEqual(['started', 'lamp.given', 'lamp.given', 'handed-over'])
    expect(change.node).toMatchObject({ state: 'running', lamp: 'red' })
  })
})

describe('properties of changes', () => {
  const minutes = (days: number) => fc.integer({ min: 0, max: days * 24 * 60 })
  it('what was on record before the change is on record after it, whether or not a sweep came by', () => {
    fc.assert(
      fc.property(minutes(30), fc.double({ min: 0, max: 1, noNaN: true }), minutes(60), (after, share, moved) => {
        const now = began + after * 60_000
        const amendment = { deadline: at('2026-03-06 17:00') + moved * 60_000, payload: {} }
        const swept = advance(rules, begun, began + Math.floor(after * share) * 60_000)
        const direct = unwrap(rebase(rules, begun, amendment, now))
        const late = unwrap(rebase(rules, swept.node, amendment, now))
        expect([...swept.events, ...late.events]).toEqual(direct.events)
        expect(
          direct.events.slice(
            0,
            direct.events.findIndex(({ kind }) => kind === 'plans.node.rebased'),
          ),
        ).toEqual(advance(rules, begun, now).events)
      }),
    )
  })
  it('nothing happens before the change that comes after it', () => {
    fc.assert(
      fc.property(minutes(30), minutes(60), (after, moved) => {
        const now = began + after * 60_000
        const amendment = { deadline: at('2026-03-06 17:00') + moved * 60_000, payload: {} }
        const ats = unwrap(rebase(rules, begun, amendment, now)).events.map((event) => event.at)
        expect([...ats].sort((a, b) => a - b)).toEqual(ats)
      }),
    )
  })
})
