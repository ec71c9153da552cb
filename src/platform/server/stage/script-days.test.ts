import { expect, test } from 'vitest'
import { stateCouncil, workCalendar } from '#platform/kernel/working-time/index.ts'
import { scriptDays } from './script-days.ts'

const sessions = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const
const calendar = workCalendar({ version: 'test', sessions, ...stateCouncil })
const daysAt = (text: string) => scriptDays(calendar, Date.parse(`${text}+08:00`))
const around = (text: string) => [-2, -1, 0, 1].map((offset) => daysAt(text).dayOf(offset))

test('during a working day, the day itself is day 0', () => {
  expect(around('2026-11-23T08:00')).toEqual(['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'])
})

test('after work and on days off, day 0 is the next working day', () => {
  expect(daysAt('2026-11-23T17:30').dayOf(0)).toBe('2026-11-24')
  expect(around('2026-11-22T12:00')).toEqual(['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'])
})

test('statutory holidays and make-up days count as what they are', () => {
  expect(around('2026-10-04T21:00')).toEqual(['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09'])
  expect(daysAt('2026-10-12T09:00').dayOf(-1)).toBe('2026-10-10')
})

test('whatever the hour of the start, every day before day 0 is over', () => {
  for (let hours = 0; hours < 24 * 400; hours += 5) {
    const now = Date.parse('2026-01-01T00:00+08:00') + hours * 3_600_000
    expect(scriptDays(calendar, now).endOf(-1)).toBeLessThanOrEqual(now)
  }
})
