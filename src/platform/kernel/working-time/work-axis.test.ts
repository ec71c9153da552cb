import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateCouncil } from './state-council.ts'
import { workAxis } from './work-axis.ts'
import { workCalendar } from './work-calendar.ts'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

const calendar = workCalendar({
  version: 'test',
  sessions: [
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ],
  ...stateCouncil,
})
const axis = workAxis(calendar)
const instant = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2028-01-01T00:00:00Z') })

describe('working time as one row of milliseconds', () => {
  it('Friday evening and Monday morning are one position, and it is told as the evening or the morning', () => {
    const friday = Date.parse('2026-03-06T17:30:00+08:00')
    const monday = Date.parse('2026-03-09T08:30:00+08:00')
    expect(axis.positionOf(friday)).toBe(axis.positionOf(monday))
    expect(axis.finishAt(axis.positionOf(monday))).toBe(friday)
    expect(axis.startAt(axis.positionOf(friday))).toBe(monday)
  })
  it('a difference of positions is the working time between, and an addition is the calendar’s own', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 9e9 }), (from, span) => {
        const at = axis.positionOf(from)
        expect(axis.finishAt(at + span)).toBe(addWorkingTime(calendar, from, span).at)
        expect(axis.startAt(at - span)).toBe(addWorkingTime(calendar, from, -span).at)
        const to = axis.finishAt(at + span)
        expect(axis.positionOf(to) - at).toBe(workingTimeBetween(calendar, from, to).workingMilliseconds)
      }),
    )
  })
  it('a position before the calendar or after it is refused', () => {
    expect(() => axis.finishAt(0)).toThrow(RangeError)
    expect(() => axis.startAt(1e15)).toThrow(RangeError)
  })
})
