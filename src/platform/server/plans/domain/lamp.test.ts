import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { type LampFacts, type LampRule, lampAt, nextLamp, plannedProgress } from './lamp.ts'

const rule: LampRule = { id: 'five-lamps', version: '1', effectiveFrom: '2026-01-01', aheadBy: 0.15, behindBy: 0.25 }

// Ten working days, Monday 2026-03-02 to Friday 2026-03-13.
const running: LampFacts = {
  plannedStart: at('2026-03-02 00:00'),
  deadline: at('2026-03-13 17:00'),
  progress: 0,
  startedAt: at('2026-03-02 08:30'),
  submittedAt: null,
  returned: false,
}
const lamp = (facts: Partial<LampFacts>, now: string) => lampAt(calendar, rule, { ...running, ...facts }, at(now))

describe('the five lamps', () => {
  it('a node that has not started is white', () => {
    expect(lamp({ startedAt: null }, '2026-03-02 09:00')).toBe('white')
  })
  it('a node on its plan is green', () => {
    expect(lamp({ progress: 50 }, '2026-03-06 17:00')).toBe('green')
  })
  it('a node 15% above its curve is blue, one just below that is green', () => {
    expect(lamp({ progress: 65 }, '2026-03-06 17:00')).toBe('blue')
    expect(lamp({ progress: 64 }, '2026-03-06 17:00')).toBe('green')
  })
  it('a node 25% below its curve is red, one just above that is green', () => {
    expect(lamp({ progress: 25 }, '2026-03-06 17:00')).toBe('red')
    expect(lamp({ progress: 26 }, '2026-03-06 17:00')).toBe('green')
  })
  it('a node that nobody could start is red all the same once the curve has left it behind', () => {
    expect(lamp({ startedAt: null }, '2026-03-04 17:00')).toBe('red')
  })
  it('a returned deliverable is yellow until the deadline passes', () => {
    expect(lamp({ returned: true, progress: 80 }, '2026-03-13 17:00')).toBe('yellow')
    expect(lamp({ returned: true, progress: 80 }, '2026-03-13 17:01')).toBe('red')
  })
  it('the deadline itself is still in time', () => {
    expect(lamp({ progress: 99 }, '2026-03-13 17:00')).toBe('green')
    expect(lampAt(calendar, rule, { ...running, progress: 99 }, running.deadline + 1)).toBe('red')
  })
  it('a deliverable counts from when it was handed in, however long its acceptance takes', () => {
    const submitted = { submittedAt: at('2026-03-13 16:00'), progress: 100 }
    expect(lamp(submitted, '2026-04-30 10:00')).toBe('green')
    expect(lamp({ ...submitted, submittedAt: at('2026-03-11 10:00') }, '2026-04-30 10:00')).toBe('blue')
    expect(lamp({ ...submitted, submittedAt: at('2026-03-16 09:00') }, '2026-04-30 10:00')).toBe('red')
  })
  it('a holiday does not move the curve: nothing turns red over Spring Festival', () => {
    const facts = { ...running, plannedStart: at('2026-02-12 00:00'), deadline: at('2026-02-27 17:00'), progress: 10 }
    expect(lampAt(calendar, rule, facts, at('2026-02-15 09:00'))).toBe(
      lampAt(calendar, rule, facts, at('2026-02-23 20:00')),
    )
  })
})

const minute = 60_000
const someFacts = fc
  .record({
    start: fc.integer({ min: 0, max: 200 * 24 * 60 }),
    length: fc.integer({ min: 1, max: 90 * 24 * 60 }),
    progress: fc.integer({ min: 0, max: 100 }),
    startsAfter: fc.option(fc.integer({ min: -1000, max: 20_000 }), { nil: null }),
    returned: fc.boolean(),
  })
  .map(({ start, length, progress, startsAfter, returned }): LampFacts => {
    const plannedStart = at('2026-01-05 00:00') + start * minute
    return {
      plannedStart,
      deadline: plannedStart + length * minute,
      progress,
      startedAt: startsAfter === null ? null : plannedStart + startsAfter * minute,
      submittedAt: null,
      returned,
    }
  })
const someNow = fc.integer({ min: 0, max: 320 * 24 * 60 }).map((minutes) => at('2026-01-05 00:00') + minutes * minute)

describe('properties of lamps', () => {
  it('until its announced change a lamp stays as it is, and changes then to what was announced', () => {
    fc.assert(
      fc.property(someFacts, someNow, fc.double({ min: 0, max: 1, noNaN: true }), (facts, now, share) => {
        if (facts.startedAt !== null && facts.startedAt > now) return
        const next = nextLamp(calendar, rule, facts, now)
        const until = next?.at ?? now + 400 * 24 * 60 * minute
        const between = Math.min(until - 1, now + Math.floor((until - 1 - now) * share))
        expect(lampAt(calendar, rule, facts, between)).toBe(lampAt(calendar, rule, facts, now))
        if (next) expect(lampAt(calendar, rule, facts, next.at)).toBe(next.lamp)
      }),
    )
  })
  it('more progress never gives a worse lamp', () => {
    const rank = { red: 0, yellow: 1, white: 2, green: 2, blue: 3 }
    fc.assert(
      fc.property(someFacts, someNow, fc.integer({ min: 0, max: 100 }), (facts, now, more) => {
        const better = { ...facts, progress: Math.min(100, facts.progress + more) }
        expect(rank[lampAt(calendar, rule, better, now)]).toBeGreaterThanOrEqual(
          rank[lampAt(calendar, rule, facts, now)],
        )
      }),
    )
  })
  it('the curve never falls and runs from 0 to 1', () => {
    fc.assert(
      fc.property(someFacts, someNow, fc.nat(100_000), (facts, now, later) => {
        const first = plannedProgress(calendar, facts, now)
        const second = plannedProgress(calendar, facts, now + later * minute)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(second).toBeLessThanOrEqual(1)
        expect(second).toBeGreaterThanOrEqual(first)
      }),
    )
  })
  it('after the deadline a node not handed in is red, whatever was reported, started or returned', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 1, max: 10_000_000_000 }), (facts, late) => {
        expect(lampAt(calendar, rule, facts, facts.deadline + late)).toBe('red')
      }),
    )
  })
  it('before the deadline a returned node is yellow and nothing else, and only a returned node is', () => {
    fc.assert(
      fc.property(someFacts, someNow, (facts, now) => {
        if (now > facts.deadline) return
        expect(lampAt(calendar, rule, facts, now) === 'yellow').toBe(facts.returned)
      }),
    )
  })
  it('red, blue and neither are as far from the curve as the thresholds say, to a thousandth of the whole', () => {
    fc.assert(
      fc.property(someFacts, someNow, (some, now) => {
        const facts = { ...some, returned: false }
        if (now > facts.deadline || now < facts.plannedStart) return
        if (workingTimeBetween(calendar, facts.plannedStart, facts.deadline).workingMilliseconds === 0) return
        const above = facts.progress / 100 - plannedProgress(calendar, facts, now)
        const found = lampAt(calendar, rule, facts, now)
        if (above > rule.aheadBy + 0.001) expect(found).toBe('blue')
        else if (above < -rule.behindBy - 0.001) expect(found).toBe('red')
        else if (above < rule.aheadBy - 0.001 && above > -rule.behindBy + 0.001)
          expect(['green', 'white']).toContain(found)
      }),
    )
  })
  it('a node is white only before it starts, and green only once it has', () => {
    fc.assert(
      fc.property(someFacts, someNow, (facts, now) => {
        const hasStarted = facts.startedAt !== null && facts.startedAt <= now
        const found = lampAt(calendar, rule, facts, now)
        if (found === 'white') expect(hasStarted).toBe(false)
        if (found === 'green') expect(hasStarted).toBe(true)
      }),
    )
  })
  it('handed in, the lamp no longer moves; handed in earlier, it is no worse', () => {
    const rank = { red: 0, yellow: 0, white: 0, green: 1, blue: 2 }
    const minutes = fc.integer({ min: -20_000, max: 20_000 })
    fc.assert(
      fc.property(someFacts, minutes, fc.nat(20_000), someNow, (facts, from, earlier, now) => {
        const submittedAt = facts.deadline + from * minute
        const handedIn = (at: number) => lampAt(calendar, rule, { ...facts, submittedAt: at, progress: 100 }, now)
        expect(nextLamp(calendar, rule, { ...facts, submittedAt }, now)).toBeUndefined()
        expect(lampAt(calendar, rule, { ...facts, submittedAt }, submittedAt)).toBe(handedIn(submittedAt))
        expect(rank[handedIn(submittedAt - earlier * minute)]).toBeGreaterThanOrEqual(rank[handedIn(submittedAt)])
      }),
    )
  })
  it('a county that asks for less gives no worse lamp, and one that praises sooner none that is less', () => {
    const rank = { red: 0, yellow: 1, white: 2, green: 2, blue: 3 }
    const share = fc.integer({ min: 0, max: 60 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(someFacts, someNow, share, share, (facts, now, behind, ahead) => {
        const softer = { ...rule, behindBy: rule.behindBy + behind, aheadBy: Math.max(0.01, rule.aheadBy - ahead) }
        const found = rank[lampAt(calendar, rule, facts, now)]
        expect(rank[lampAt(calendar, softer, facts, now)]).toBeGreaterThanOrEqual(found)
      }),
    )
  })
  it('where no working time passes nothing turns, but at the start and the deadline', () => {
    fc.assert(
      fc.property(someFacts, someNow, fc.nat(3 * 24 * 60), (facts, now, minutes) => {
        const later = now + minutes * minute
        if (workingTimeBetween(calendar, now, later).workingMilliseconds > 0) return
        const passes = (at: number | null) => at !== null && at >= now && at <= later
        if (passes(facts.deadline) || passes(facts.startedAt)) return
        expect(lampAt(calendar, rule, facts, later)).toBe(lampAt(calendar, rule, facts, now))
      }),
    )
  })
})
