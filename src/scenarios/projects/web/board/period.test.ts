import { expect, it } from 'vitest'
import { monthIn, periodOf, periodsOf, spanOf } from './period.ts'

it('a period is a month, a quarter or a year', () => {
  expect(['2026-11', '2026-Q4', '2026'].map(spanOf)).toEqual(['month', 'quarter', 'year'])
  expect((['month', 'quarter', 'year'] as const).map((span) => periodOf(span, '2026-11'))).toEqual([
    '2026-11',
    '2026-Q4',
    '2026',
  ])
})

it('the periods on offer end with the present one', () => {
  expect(periodsOf('month', '2026-02').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  expect(periodsOf('quarter', '2026-05')).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'])
  expect(periodsOf('year', '2026-05')).toEqual(['2026', '2025'])
})

it('a longer period is left for its last month that has come', () => {
  expect(monthIn('2025', '2026-05')).toBe('2025-12')
  expect(monthIn('2026-Q2', '2026-05')).toBe('2026-05')
})
