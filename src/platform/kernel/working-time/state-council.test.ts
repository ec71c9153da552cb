import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { calendarFaults, civilDate, describeDay, stateCouncil, workCalendar } from './index.ts'

const sessions = [
  ['08:30', '12:00'],
  ['13:30', '17:30'],
] as const
const calendar = workCalendar({ version: 'test', sessions, ...stateCouncil })

function* daysOf(year: number): Generator<string> {
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    yield new Date(time).toISOString().slice(0, 10)
  }
}

test.each(stateCouncil.publishedYears)('every day of %i is worked or free as an independent list has it', (year) => {
  for (const date of daysOf(year)) {
    expect([date, describeDay(calendar, civilDate(date)).isWorked]).toEqual([date, chineseDays.isWorkday(date)])
  }
})

test.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, count) => {
  expect([...daysOf(year)].filter((date) => describeDay(calendar, civilDate(date)).isWorked)).toHaveLength(count)
})

test('a holiday names the notice that made it', () => {
  expect(describeDay(calendar, civilDate('2026-02-17'))).toMatchObject({
    kind: 'holiday',
    name: '春节',
    source: '国办发明电〔2025〕7号',
  })
})

describe('a definition with faults', () => {
  const definition = { version: 'x', sessions, ...stateCouncil }
  const pathsOf = (changes: object) => calendarFaults({ ...definition, ...changes }).map(({ path }) => path.join('.'))

  test('has each of them named by its path', () => {
    expect(pathsOf({})).toEqual([])
    expect(pathsOf({ sessions: [] })).toEqual(['sessions'])
    expect(
      pathsOf({
        sessions: [
          ['08:30', '12:00'],
          ['11:00', '17:30'],
        ],
      }),
    ).toEqual(['sessions.1'])
    expect(
      pathsOf({
        sessions: [
          ['8:30', '12:00'],
          ['13:30', '13:30'],
          ['14:00', '24:01'],
        ],
      }),
    ).toEqual(['sessions.0', 'sessions.1', 'sessions.2'])
    expect(pathsOf({ seasons: [{ from: '02-30', until: '7-1', sessions }] })).toEqual([
      'seasons.0.from',
      'seasons.0.until',
    ])
    expect(pathsOf({ days: [{ date: '2025-02-29', kind: 'holiday', name: '', source: '' }] })).toEqual(['days.0.date'])
    expect(pathsOf({ days: [{ date: '1899-01-01', kind: 'holiday', name: '', source: '' }] })).toEqual(['days.0.date'])
    expect(pathsOf({ publishedYears: [2026, 2100] })).toEqual(['publishedYears.1'])
  })
  test('is not built', () => {
    expect(() => workCalendar({ ...definition, sessions: [] })).toThrow('sessions')
  })
})
