import { expect, it } from 'vitest'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { dayToList } from './day-list.ts'

it('the list is told from its hour on, on working days, make-up days among them, and on no day off', () => {
  expect(dayToList(calendar, '08:30', at('2026-09-30 08:29'))).toBeUndefined()
  expect(dayToList(calendar, '08:30', at('2026-09-30 08:30'))).toBe('2026-09-30')
  expect(dayToList(calendar, '08:30', at('2026-10-01 09:00'))).toBeUndefined()
  expect(dayToList(calendar, '08:30', at('2026-10-10 09:00'))).toBe('2026-10-10')
})
