import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '#platform/kernel/seeded.ts'
import { addWorkingTime, workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import { testCalendar } from '#platform/testing/work-calendar.ts'
import { temperamentOf, workOn } from './behaviour.ts'
import type { Outline, Temperament } from './outline.ts'

const calendar = testCalendar
const day = 86_400_000
const begins = Date.parse('2026-03-02T00:00:00+08:00')
const usual: Temperament = {
  id: 'usual',
  share: 1,
  pace: [0.6, 1],
  minds: true,
  faults: 0,
  reportsEvery: 0.2,
  claims: [1, 1],
}
const tasks = fc.record({
  length: fc.integer({ min: 2, max: 90 }),
  late: fc.integer({ min: 0, max: 60 }),
  seed: fc.string(),
})

test('who minds deadlines hands in in time whenever a third of the time was left', () => {
  fc.assert(
    fc.property(tasks, ({ length, late, seed }) => {
      const plannedStart = begins
      const deadline = addWorkingTime(calendar, begins, length * 7 * 3_600_000).at
      const startedAt = Math.min(begins + late * day, deadline)
      const { submitAt } = workOn(calendar, usual, { plannedStart, deadline, startedAt }, seeded(seed))
      const whole = workingTimeBetween(calendar, plannedStart, deadline).workingMilliseconds
      const left = workingTimeBetween(calendar, startedAt, deadline).workingMilliseconds
      expect(submitAt).toBeGreaterThanOrEqual(startedAt)
      if (left >= whole * 0.34) expect(submitAt).toBeLessThanOrEqual(deadline)
    }),
  )
})

test('progress is reported in working hours, never goes back, and is handed in last', () => {
  fc.assert(
    fc.property(tasks, ({ length, seed }) => {
      const deadline = addWorkingTime(calendar, begins, length * 7 * 3_600_000).at
      const { reports, submitAt } = workOn(
        calendar,
        usual,
        { plannedStart: begins, deadline, startedAt: begins },
        seeded(seed),
      )
      const times = [...reports.map(({ at }) => at), submitAt]
      for (const at of times)
        expect(workingTimeBetween(calendar, at - 60_000, at + 60_000).workingMilliseconds).toBeGreaterThan(0)
      const progress = reports.map((report) => report.progress)
      expect(progress).toEqual([...progress].sort((a, b) => a - b))
      for (const { at } of reports) expect(at).toBeLessThanOrEqual(submitAt)
    }),
  )
})

test('a person has one temperament for good, and all have their share of people', () => {
  const two = [
    { ...usual, id: 'one', share: 0.7 },
    { ...usual, id: 'other', share: 0.3 },
  ]
  const outline = { seed: 'x', temperaments: two } as unknown as Outline
  const found = Array.from({ length: 1000 }, (_, index) => temperamentOf(outline, `p${index}`).id)
  expect(found).toEqual(Array.from({ length: 1000 }, (_, index) => temperamentOf(outline, `p${index}`).id))
  const ones = found.filter((id) => id === 'one').length
  expect(ones).toBeGreaterThan(620)
  expect(ones).toBeLessThan(780)
})
