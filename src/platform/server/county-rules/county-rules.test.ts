import { expect, it } from 'vitest'
import { civilDate, describeDay } from '#platform/kernel/working-time/index.ts'
import { calendarOf } from './county-rules.ts'

const sessions = [
  { from: '08:30', to: '12:00' },
  { from: '14:00', to: '17:30' },
]
const springFestival = civilDate('2027-02-08')

it('a year whose notice is not out is reckoned by weekends and said to be provisional', () => {
  const calendar = calendarOf({ sessions, extraDays: [], publishedYears: [] })
  expect(describeDay(calendar, springFestival)).toMatchObject({ isWorked: true, provisionalYears: [2027] })
})

it('a county adds the days of a new notice, and the year is provisional no longer', () => {
  const day = { date: '2027-02-08', kind: 'holiday' as const, name: '春节', source: '国务院办公厅通知' }
  const calendar = calendarOf({ sessions, extraDays: [day], publishedYears: [2027] })
  expect(describeDay(calendar, springFestival)).toMatchObject({ isWorked: false, name: '春节', provisionalYears: [] })
})

it('another set of days is another version', () => {
  const one = calendarOf({ sessions, extraDays: [], publishedYears: [] })
  expect(calendarOf({ sessions, extraDays: [], publishedYears: [2027] }).version).not.toBe(one.version)
})
