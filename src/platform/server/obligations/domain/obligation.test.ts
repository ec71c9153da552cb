import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { type Ladder, levelInstants } from './ladder.ts'
import {
  acceptAnswer,
  climb,
  nextClimbAt,
  type Obligation,
  type ObligationChange,
  type ObligationRules,
  returnAnswer,
  submitAnswer,
} from './obligation.ts'

const ladder: Ladder = {
  id: 'standard',
  version: '1',
  name: '三级督办',
  levels: [
    { name: '一级', receiver: { relation: 'lead-unit', post: 'director' }, limit: { workingDays: 2 } },
    { name: '二级', receiver: { organisation: 'ducha', post: 'supervisor' }, limit: { workingHours: 4 } },
    { name: '三级', receiver: { organisation: 'jiwei', post: 'officer' } },
  ],
}
const rules: ObligationRules = { calendar, ladder }
const open: Obligation = {
  ...{ id: 'o', state: 'open', level: 0, levelAt: null, version: 1 },
  ...{ dueAt: at('2026-09-30 17:00'), changedAt: at('2026-09-01 09:00') },
  ...{ debtor: { organisation: 'jiaotong', person: null }, pausedAt: null },
}

describe('a ladder', () => {
  it('reckons its limits in working time, over the National Day holiday', () => {
    const [first, second, third] = levelInstants(calendar, ladder, open.dueAt)
    expect(first).toBe(open.dueAt + 1)
    // 2026-10-08 and 10-09 are the first two working days after 10-01 to 10-07.
    expect(second).toBe(at('2026-10-09 17:00') + 1)
    // Saturday 2026-10-10 is worked to make up for the holiday: four hours of it.
    expect(third).toBe(at('2026-10-10 14:00') + 1)
  })
})

describe('an obligation', () => {
  it('climbs rung by rung at the computed instants when nobody answers', () => {
    const { obligation, events } = climb(rules, open, at('2026-11-01 09:00'))
    expect(obligation.level).toBe(3)
    expect(events.map((event) => event.at)).toEqual(levelInstants(calendar, ladder, open.dueAt))
  })
  it('does not climb while its answer waits to be judged', () => {
    const handedIn = unwrap(submitAnswer(rules, open, {}, at('2026-09-30 16:00'))).obligation
    expect(climb(rules, handedIn, at('2026-12-01 09:00')).events).toEqual([])
    expect(nextClimbAt(rules, handedIn)).toBeUndefined()
  })
  it('a returned answer climbs from the instant of the return, not before', () => {
    const handedIn = unwrap(submitAnswer(rules, open, {}, at('2026-09-30 16:00'))).obligation
    const { obligation, events } = unwrap(returnAnswer(rules, handedIn, {}, at('2026-10-20 09:00')))
    expect(obligation).toMatchObject({ state: 'open', level: 3 })
    expect(events.every((event) => event.at === at('2026-10-20 09:00'))).toBe(true)
  })
  it('is answered only when the acceptor takes the answer', () => {
    expect(acceptAnswer(open, {}, at('2026-09-15 09:00'))).toMatchObject({ ok: false })
    const handedIn = unwrap(submitAnswer(rules, open, {}, at('2026-09-15 09:00'))).obligation
    const answered = unwrap(acceptAnswer(handedIn, {}, at('2026-09-16 09:00'))).obligation
    expect(answered.state).toBe('answered')
    expect(submitAnswer(rules, answered, {}, at('2026-09-17 09:00'))).toMatchObject({ ok: false })
  })
  it('however often time is swept, it climbs the same rungs at the same instants', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 * 24 * 60 }), { maxLength: 8 }), (minutes) => {
        const begin = at('2026-09-25 09:00')
        const swept = [...minutes]
          .sort((a, b) => a - b)
          .reduce<ObligationChange>(
            (change, after) => {
              const next = climb(rules, change.obligation, begin + after * 60_000)
              return { obligation: next.obligation, events: [...change.events, ...next.events] }
            },
            { obligation: open, events: [] },
          )
        const end = at('2026-12-31 09:00')
        const all = [...swept.events, ...climb(rules, swept.obligation, end).events]
        expect(all).toEqual(climb(rules, open, end).events)
      }),
    )
  })
})
