import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingTime,
  type CalendarDefinition,
  civilDate,
  describeDay,
  describeRemaining,
  stateCouncil,
  workCalendar,
  workingDaysBetween,
  workingTimeBetween,
} from './index.ts'
import { naiveAdd, naiveAddDays, naiveTimeBetween } from './naive-calendar.ts'

const definition: CalendarDefinition = {
  version: 'test',
  sessions: [
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ],
  ...stateCouncil,
}
const withSummer: CalendarDefinition = {
  ...definition,
  seasons: [
    {
      from: '07-01',
      until: '08-31',
      sessions: [
        ['08:00', '12:00'],
        ['15:00', '18:00'],
      ],
    },
    { from: '12-20', until: '01-10', sessions: [['09:00', '16:00']] },
  ],
}
const calendar = workCalendar(definition)
const hour = 3_600_000
const day = 7.5 * hour
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const told = (instant: number) => new Date(instant + 8 * hour).toISOString().slice(0, 16).replace('T', ' ')
const add = (from: string, duration: number) => told(addWorkingTime(calendar, at(from), duration).at)
const addDays = (from: string, days: number) => told(addWorkingDays(calendar, at(from), days).at)

describe('a limit in working time', () => {
  test('runs over the noon gap', () => {
    expect(add('2026-03-02 11:00', 2 * hour)).toBe('2026-03-02 14:30')
  })
  test('met exactly falls due at the end of a session, not at the beginning of the next', () => {
    expect(add('2026-03-02 11:00', hour)).toBe('2026-03-02 12:00')
    expect(add('2026-03-02 08:30', day)).toBe('2026-03-02 17:30')
  })
  test('that begins at night starts with the next morning', () => {
    expect(add('2026-03-02 22:00', hour)).toBe('2026-03-03 09:30')
  })
  test('runs on a make-up Saturday and stands still through Spring Festival', () => {
    expect(add('2026-02-13 17:30', hour)).toBe('2026-02-14 09:30')
    expect(add('2026-02-14 17:00', hour)).toBe('2026-02-24 09:00')
  })
  test('runs on make-up Sunday 4 January 2026 over the turn of the year', () => {
    expect(add('2025-12-31 17:00', hour)).toBe('2026-01-04 09:00')
  })
  test('runs backward to the last instant that leaves that much', () => {
    expect(add('2026-03-03 09:30', -hour)).toBe('2026-03-03 08:30')
    expect(add('2026-03-03 09:00', -hour)).toBe('2026-03-02 17:00')
  })
  test('is refused in fractions of a millisecond', () => {
    expect(() => addWorkingTime(calendar, at('2026-03-02 09:00'), 0.5)).toThrow(RangeError)
  })
  test('outside the covered years throws instead of guessing', () => {
    expect(() => workingTimeBetween(calendar, at('1899-12-31 09:00'), at('2026-01-05 09:00'))).toThrow(RangeError)
    expect(() => addWorkingTime(calendar, at('2099-12-01 09:00'), 100 * day)).toThrow(RangeError)
  })
})

describe('a limit in working days', () => {
  test('counts from the next working day and ends with its work', () => {
    expect(addDays('2026-03-02 09:00', 1)).toBe('2026-03-03 17:30')
    expect(addDays('2026-03-06 09:00', 1)).toBe('2026-03-09 17:30')
  })
  test('counts make-up days and not the holidays beside them', () => {
    expect(addDays('2026-02-13 09:00', 1)).toBe('2026-02-14 17:30')
    expect(addDays('2026-02-14 09:00', 1)).toBe('2026-02-24 17:30')
    expect(addDays('2026-09-30 09:00', 3)).toBe('2026-10-10 17:30')
  })
  test('below one is refused', () => {
    expect(() => addWorkingDays(calendar, at('2026-03-02 09:00'), 0)).toThrow(RangeError)
  })
  test('is told back by the count between', () => {
    const from = at('2026-02-10 10:00')
    expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, 8).at).workingDays).toBe(8)
    expect(workingDaysBetween(calendar, from, at('2026-02-09 10:00')).workingDays).toBe(-1)
  })
})

describe('a year that is not published', () => {
  test('is named by every answer that touches it', () => {
    const november = at('2026-12-30 10:00')
    expect(addWorkingDays(calendar, november, 1).provisionalYears).toEqual([])
    expect(addWorkingDays(calendar, november, 2).provisionalYears).toEqual([2027])
    expect(addWorkingTime(calendar, november, 3 * day).provisionalYears).toEqual([2027])
    expect(workingTimeBetween(calendar, at('2028-01-05 10:00'), november).provisionalYears).toEqual([2027, 2028])
    expect(describeRemaining(calendar, november, at('2027-02-08 10:00')).provisionalYears).toEqual([2027])
  })
  test('has 8 February 2027, a Spring Festival Monday, worked by its weekday and says so', () => {
    expect(describeDay(calendar, civilDate('2027-02-08'))).toEqual({
      date: '2027-02-08',
      isWorked: true,
      kind: 'workday',
      provisionalYears: [2027],
    })
  })
  test('stops being provisional once its days are added', () => {
    const source = '示例'
    const later = workCalendar({
      ...definition,
      days: [...definition.days, { date: '2027-02-08', kind: 'holiday', name: '春节', source }],
      publishedYears: [...definition.publishedYears, 2027],
    })
    expect(describeDay(later, civilDate('2027-02-08'))).toMatchObject({ isWorked: false, source, provisionalYears: [] })
  })
})

test('what is left is told in working days, hours and minutes', () => {
  const remaining = describeRemaining(calendar, at('2026-02-13 09:00'), at('2026-02-24 11:45'))
  expect(remaining).toMatchObject({ isLate: false, workingDays: 2, workingHours: 2, workingMinutes: 45 })
  const late = describeRemaining(calendar, at('2026-03-03 09:31'), at('2026-03-02 17:30'))
  expect(late).toMatchObject({ isLate: true, workingDays: 0, workingHours: 1, workingMinutes: 1 })
  const atNight = describeRemaining(calendar, at('2026-03-02 20:00'), at('2026-03-02 17:30'))
  expect(atNight).toMatchObject({ isLate: true, workingMilliseconds: 0 })
})

describe.each([
  ['ordinary hours', definition],
  ['summer and winter hours', withSummer],
])('with %s, whatever the instants', (_, pack) => {
  const built = workCalendar(pack)
  const instant = fc.integer({ min: at('2023-12-20 00:00'), max: at('2027-01-20 00:00') })
  const duration = fc.oneof(
    fc.integer({ min: 0, max: 60 * day }),
    fc.integer({ min: 0, max: 40 }).map((n) => n * hour),
  )
  const between = (from: number, to: number) => workingTimeBetween(built, from, to).workingMilliseconds
  const plus = (from: number, ms: number) => addWorkingTime(built, from, ms).at

  test('time between is what walking from day to day gives', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => between(a, b) === naiveTimeBetween(pack, a, b)),
      { numRuns: 50 },
    )
  })
  test('time added is what walking from day to day gives', () => {
    fc.assert(fc.property(instant, duration, (a, ms) => plus(a, ms) === naiveAdd(pack, a, ms)))
  })
  test('days added are what walking from day to day gives', () => {
    const days = fc.integer({ min: 1, max: 90 })
    fc.assert(fc.property(instant, days, (a, n) => addWorkingDays(built, a, n).at === naiveAddDays(pack, a, n)))
  })
  test('what was added lies between, forward and backward', () => {
    fc.assert(
      fc.property(instant, duration, (a, ms) => between(a, plus(a, ms)) === ms && between(a, plus(a, -ms)) === -ms),
    )
  })
  test('adding twice is adding the sum', () => {
    fc.assert(fc.property(instant, duration, duration, (a, x, y) => plus(plus(a, x), y) === plus(a, x + y)))
  })
  test('spans add up and turn their sign with their direction', () => {
    fc.assert(fc.property(instant, instant, instant, (a, b, c) => between(a, b) + between(b, c) === between(a, c)))
    fc.assert(fc.property(instant, instant, (a, b) => between(a, b) + between(b, a) === 0))
  })
  test('more time and a later start never give an earlier end', () => {
    fc.assert(
      fc.property(instant, instant, duration, duration, (a, b, x, y) => {
        return plus(Math.min(a, b), Math.min(x, y)) <= plus(Math.max(a, b), Math.max(x, y))
      }),
    )
  })
})
