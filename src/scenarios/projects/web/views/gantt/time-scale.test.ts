import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay } from '#platform/kernel/working-time/civil-date.ts'
import { columnsIn, mondayOf, timeScale, zooms } from './time-scale.ts'

const at = (moment: string) => Date.parse(`${moment}+08:00`)

test('the paper begins on a Monday before the plan and ends after it', () => {
  const scale = timeScale('day', at('2026-03-04T08:30'), at('2026-03-20T17:00'))
  expect(dateOfDay(scale.firstDay)).toBe('2026-02-23')
  expect(new Date(scale.firstDay * 86_400_000).getUTCDay()).toBe(1)
  expect(scale.xOf(at('2026-02-23T00:00'))).toBe(0)
  expect(scale.xOf(at('2026-02-24T12:00'))).toBe(42)
})

test('months stand above days, the first one cut where the paper begins', () => {
  const scale = timeScale('day', at('2026-03-04T08:30'), at('2026-03-20T17:00'))
  const { upper, lower } = columnsIn(scale, 0, scale.width)
  expect(upper.map(({ day, days }) => [dateOfDay(day), days])).toEqual([
    ['2026-02-23', 6],
    ['2026-03-01', 29],
  ])
  expect(lower).toHaveLength(scale.days)
})

test('years stand above months in the coarsest view', () => {
  const scale = timeScale('month', at('2025-12-04T08:30'), at('2026-03-20T17:00'))
  const { upper, lower } = columnsIn(scale, 0, scale.width)
  expect(upper.map(({ day }) => dateOfDay(day).slice(0, 4))).toEqual(['2025', '2026'])
  expect(lower.map(({ day }) => dateOfDay(day).slice(0, 7))[2]).toBe('2025-12')
})

test('every day of any week has the same Monday', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
      const monday = mondayOf(day)
      expect(day - monday).toBeGreaterThanOrEqual(0)
      expect(day - monday).toBeLessThan(7)
      expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1)
    }),
  )
})

test('columns of any window cover it without a gap', () => {
  const scales = zooms.map((zoom) => timeScale(zoom, at('2025-01-31T08:30'), at('2029-12-20T17:00')))
  fc.assert(
    fc.property(fc.constantFrom(...scales), fc.nat(4000), fc.integer({ min: 1, max: 2000 }), (scale, from, span) => {
      const to = Math.min(from + span, scale.width)
      fc.pre(from < to)
      for (const row of Object.values(columnsIn(scale, from, to))) {
        expect(row[0]?.x).toBeLessThanOrEqual(from)
        const last = row.at(-1)
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThanOrEqual(to)
        for (const [place, column] of row.entries())
          if (place > 0) expect(column.x).toBe((row[place - 1]?.x ?? 0) + (row[place - 1]?.width ?? 0))
      }
    }),
  )
})
