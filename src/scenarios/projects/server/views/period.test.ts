import { expect, it } from 'vitest'
import { monthsOf, presentPeriod } from './period.ts'

it('a period is a month, a quarter or a year', () => {
  expect(monthsOf('2026-11')).toEqual({ from: '2026-11', through: '2026-11' })
  expect(monthsOf('2026-Q1')).toEqual({ from: '2026-01', through: '2026-03' })
  expect(monthsOf('2026-Q4')).toEqual({ from: '2026-10', through: '2026-12' })
  expect(monthsOf('2026')).toEqual({ from: '2026-01', through: '2026-12' })
})

it('the present quarter is that of China', () => {
  expect(presentPeriod(new Date('2026-09-30T16:00:00Z'))).toBe('2026-Q4')
})
