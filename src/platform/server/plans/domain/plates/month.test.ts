import fc from 'fast-check'
import { expect, it } from 'vitest'
import { workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { at, testCalendar as calendar } from '#platform/testing/work-calendar.ts'
import { closingOf, monthAfter, monthOf, startOfMonth } from './month.ts'

it('a month is closed at the end of work on its last working day', () => {
  // 2026-10-31 is a Saturday without work.
  expect(closingOf(calendar, '2026-10', 'last-working-hour')).toBe(at('2026-10-30 17:00'))
  expect(closingOf(calendar, '2026-10', 'month-end')).toBe(at('2026-11-01 00:00') - 1)
})

it('a make-up Saturday at the end of a month is its last working day', () => {
  // Saturday 2026-02-28 is worked to make up for the Spring Festival.
  expect(closingOf(calendar, '2026-02', 'last-working-hour')).toBe(at('2026-02-28 17:00'))
})

it('a month that ends in a holiday is closed before it', () => {
  // The Spring Festival of 2025 begins on 2025-01-28; Sunday 2025-01-26 is worked, and so is Monday.
  expect(closingOf(calendar, '2025-01', 'last-working-hour')).toBe(at('2025-01-27 17:00'))
})

it('December is followed by January', () => {
  expect(monthAfter('2026-12')).toBe('2027-01')
})

it('every month is closed within itself, and after its close nothing of it is worked', () => {
  const months = fc.date({ min: new Date('2025-01-02'), max: new Date('2026-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(months, (day) => {
      const month = monthOf(day.getTime())
      const closing = closingOf(calendar, month, 'last-working-hour')
      const end = startOfMonth(monthAfter(month))
      expect(monthOf(closing)).toBe(month)
      expect(workingTimeBetween(calendar, closing, end).workingMilliseconds).toBe(0)
      expect(workingTimeBetween(calendar, closing - 1, end).workingMilliseconds).toBe(1)
    }),
  )
})
