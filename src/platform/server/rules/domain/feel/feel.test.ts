import fc from 'fast-check'
import { expect, it } from 'vitest'
import { feel } from '../../fixtures/work-out.ts'
import { roundTo } from './decimal.ts'

const value = (text: string, facts = {}, types = {}) => feel(text, facts, types).result

it('arithmetic is decimal, so that money comes out as a person reckons', () => {
  expect(value('0.1 + 0.2 = 0.3')).toBe(true)
  expect(value('round half up(1.005, 2)')).toBe(1.01)
  expect(value('1500 * 12 * 0.07')).toBe(1260)
  expect(value('decimal(2.5, 0)')).toBe(2)
  expect(value('-7 - -3')).toBe(-4)
})

it('rounding half up to cents is what integers of cents give', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousandths) => {
      expect(Math.round(roundTo(thousandths / 1000, 2, 'half up') * 100)).toBe(Math.floor((thousandths + 5) / 10))
    }),
  )
})

it('dates that the calendar does not have are nothing', () => {
  expect(value('date(2026, 2, 29)')).toBeNull()
  expect(value('date(2028, 2, 29)')).toBe('2028-02-29')
  expect(value('time(24, 0, 0)')).toBeNull()
})

it('whole months count only when their day has come', () => {
  const months = (from: string, to: string) => value(`years and months duration(@"${from}", @"${to}").months`)
  expect(months('2026-04-15', '2026-11-14')).toBe(6)
  expect(months('2026-04-15', '2026-11-15')).toBe(7)
})

it('facts become dates and durations by their types', () => {
  const types = { 出生: 'date', 期限: 'days and time duration' }
  expect(value('出生 + 期限', { 出生: '2026-01-31', 期限: 'P3D' }, types)).toBe('2026-02-03')
})

it('lists find dates by their value, and the least of dates', () => {
  expect(value('list contains([@"2026-01-01"], @"2026-01-01")')).toBe(true)
  expect(value('min(@"2026-03-01", @"2026-01-01")')).toBe('2026-01-01')
  expect(value('median([10, 9, 2])')).toBe(9)
  expect(value('for 日 in @"2026-02-27"..@"2026-03-01" return 日')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
})

it('names of the model may hold blanks and signs', () => {
  expect(value('人均 月收入 - 低保-标准', { '人均 月收入': 9, '低保-标准': 4 })).toBe(5)
  expect(value('家庭.人均 月收入', { 家庭: { '人均 月收入': 7 } })).toBe(7)
})

it('a value that cannot be worked out is null, and the reason stands beside it', () => {
  const { result, explanation } = feel('"a" * 2')
  expect(result).toBeNull()
  expect(explanation.problems).toMatchObject([{ decision: 'asked', kind: 'null', text: '"a" * 2' }])
})
