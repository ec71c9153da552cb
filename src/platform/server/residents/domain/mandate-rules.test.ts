import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, mayLast, standingOf } from './mandate-rules.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2) + minutes * 60_000)
const mandate = (given: { matters?: string[]; ends?: number; withdrawn?: number }) => ({
  ...{ matters: given.matters ?? null, given_at: at(0), ends_at: at(given.ends ?? 100) },
  withdrawn_at: given.withdrawn === undefined ? null : at(given.withdrawn),
})

test('a mandate counts from when it is given until the instant of its end', () => {
  expect(covers(mandate({}), 'a', at(-1))).toBe(false)
  expect(covers(mandate({}), 'a', at(0))).toBe(true)
  expect(covers(mandate({}), 'a', at(99))).toBe(true)
  expect(covers(mandate({}), 'a', at(100))).toBe(false)
})

test('withdrawn, it counts no longer from that very instant', () => {
  expect(covers(mandate({ withdrawn: 10 }), 'a', at(9))).toBe(true)
  expect(covers(mandate({ withdrawn: 10 }), 'a', at(10))).toBe(false)
  expect(standingOf(mandate({ withdrawn: 10 }), at(10))).toBe('withdrawn')
})

test('one for named matters covers those alone', () => {
  expect(covers(mandate({ matters: ['a', 'b'] }), 'b', at(1))).toBe(true)
  expect(covers(mandate({ matters: ['a', 'b'] }), 'c', at(1))).toBe(false)
})

test('once it has stopped counting it never counts again', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200), (ends, withdrawn, one, other) => {
      const terms = mandate({ ends, withdrawn })
      const [before, after] = one < other ? [one, other] : [other, one]
      return covers(terms, 'a', at(before)) || !covers(terms, 'a', at(after))
    }),
  )
})

test('it lasts a year at most, and ends after now', () => {
  expect(mayLast(at(0), at(0))).toMatchObject({ refusal: { code: 'residents.mandate.ends-before' } })
  expect(mayLast(at(366 * 1440), at(0)).ok).toBe(true)
  expect(mayLast(at(366 * 1440 + 1), at(0))).toMatchObject({ refusal: { code: 'residents.mandate.too-long' } })
})
