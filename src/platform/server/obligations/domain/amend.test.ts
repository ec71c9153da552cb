import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { pauseClock, reassign, redate, resumeClock, withdraw } from './amend.ts'
import type { Ladder } from './ladder.ts'
import { climb, nextClimbAt, type Obligation, type ObligationRules } from './obligation.ts'

const ladder: Ladder = {
  ...{ id: 'standard', version: '1', name: '三级督办' },
  levels: [
    { name: '一级', receiver: { relation: 'lead-unit', post: 'director' }, limit: { workingHours: 14 } },
    { name: '二级', receiver: { organisation: 'ducha', post: 'supervisor' } },
  ],
}
const rules: ObligationRules = { calendar, ladder }
const open: Obligation = {
  ...{ id: 'o', state: 'open', level: 0, levelAt: null, pausedAt: null, version: 1 },
  ...{ dueAt: at('2026-03-13 17:00'), changedAt: at('2026-03-02 09:00') },
  debtor: { organisation: 'jiaotong', person: 'zhangwei' },
}
const kinds = (change: { readonly events: readonly { readonly kind: string }[] }) =>
  change.events.map(({ kind }) => kind.replace('obligations.obligation.', ''))

describe('an obligation that is changed from outside', () => {
  it('is in time again under a later deadline, and the rung that it had climbed stays on record', () => {
    const change = redate(rules, open, at('2026-04-10 17:00'), { reason: '汛期' }, at('2026-03-16 09:00'))
    expect(kinds(change)).toEqual(['climbed', 'redated'])
    expect(change.obligation).toMatchObject({ level: 0, levelAt: null, dueAt: at('2026-04-10 17:00') })
    expect(nextClimbAt(rules, change.obligation)).toBe(at('2026-04-10 17:00') + 1)
  })
  it('climbs at once under a deadline that has passed already', () => {
    const change = redate(rules, open, at('2026-03-06 17:00'), {}, at('2026-03-09 09:00'))
    expect(kinds(change)).toEqual(['redated', 'climbed'])
    expect(change.obligation.levelAt).toBe(at('2026-03-09 09:00'))
  })
  it('keeps clock and rung when another person owes it', () => {
    const change = reassign(rules, open, { organisation: 'jiaotong', person: 'lixiaoyan' }, {}, at('2026-03-16 09:00'))
    expect(kinds(change)).toEqual(['climbed', 'reassigned'])
    expect(change.obligation).toMatchObject({ level: 1, dueAt: open.dueAt, debtor: { person: 'lixiaoyan' } })
    expect(reassign(rules, open, open.debtor, {}, at('2026-03-09 09:00')).events).toEqual([])
  })
  it('does not climb while it is paused, whatever time passes', () => {
    const paused = pauseClock(rules, open, {}, at('2026-03-09 09:00')).obligation
    expect(climb(rules, paused, at('2027-06-01 09:00')).events).toEqual([])
  })
  it('is owed no more once it is withdrawn, and withdrawn only once', () => {
    const change = withdraw(rules, open, { reason: '不再建设' }, at('2026-03-09 09:00'))
    expect(change.obligation.state).toBe('withdrawn')
    expect(withdraw(rules, change.obligation, {}, at('2026-03-10 09:00')).events).toEqual([])
    expect(redate(rules, change.obligation, open.dueAt + 1, {}, at('2026-03-10 09:00')).events).toEqual([])
  })
})

const someMinutes = fc.integer({ min: 0, max: 60 * 24 * 60 })

describe('properties of a pause', () => {
  it('what was left of the time, or late, is the same after it', () => {
    fc.assert(
      fc.property(someMinutes, someMinutes, (before, length) => {
        const from = open.changedAt + before * 60_000
        const until = from + length * 60_000
        const paused = pauseClock(rules, open, {}, from).obligation
        const resumed = resumeClock(rules, paused, {}, until).obligation
        const left = (dueAt: number, now: number) => workingTimeBetween(calendar, now, dueAt).workingMilliseconds
        expect(left(resumed.dueAt, until)).toBe(left(open.dueAt, from))
        expect(resumed.level).toBe(paused.level)
      }),
    )
  })
  it('the next rung comes after the same working time as without it, never before it ends', () => {
    fc.assert(
      fc.property(someMinutes, someMinutes, (before, length) => {
        const from = open.changedAt + before * 60_000
        const until = from + length * 60_000
        const present = climb(rules, open, from).obligation
        const resumed = resumeClock(rules, pauseClock(rules, open, {}, from).obligation, {}, until).obligation
        const next = nextClimbAt(rules, resumed)
        expect(next === undefined).toBe(nextClimbAt(rules, present) === undefined)
        if (next !== undefined) expect(next).toBeGreaterThanOrEqual(until)
      }),
    )
  })
})
