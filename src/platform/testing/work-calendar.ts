import { type Instant, stateCouncil, type WorkCalendar, workCalendar } from '#platform/kernel/working-time/index.ts'

/** A county's calendar for tests: 08:30–12:00 and 13:30–17:00, seven hours a day, with the State Council's days. */
export const testCalendar: WorkCalendar = workCalendar({
  version: 'test-1',
  sessions: [
    ['08:30', '12:00'],
    ['13:30', '17:00'],
  ],
  ...stateCouncil,
})

/** An instant in China: `at('2026-03-02 08:30')`. */
export function at(text: string): Instant {
  const instant = Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
  if (Number.isNaN(instant)) throw new Error(`not a time: ${text}`)
  return instant
}
