import fc from 'fast-check'
import { expect, it } from 'vitest'
import { at } from '#platform/testing/work-calendar.ts'
import { inForce } from './in-force.ts'

const one = { id: 'plates', version: 1, effectiveFrom: '2026-01-01' }
const two = { id: 'plates', version: 2, effectiveFrom: '2026-07-01' }
const other = { id: 'others', version: 1, effectiveFrom: '2026-08-01' }

it('what happened before a version took effect is judged by the one before, from its first minute on by the new one', () => {
  expect(inForce([one, two, other], at('2026-06-30 23:59'))).toEqual([one])
  expect(inForce([one, two, other], at('2026-07-01 00:00'))).toEqual([two])
  expect(inForce([one, two, other], at('2026-08-02 09:00'))).toEqual([two, other])
})

it('before any version nothing is in force', () => {
  expect(inForce([one, two], at('2025-12-31 23:59'))).toEqual([])
})

it('the order in which versions are written down does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([one, two, other], { minLength: 3 }), (versions) => {
      expect(new Set(inForce(versions, at('2026-12-01 09:00')))).toEqual(new Set([two, other]))
    }),
  )
})
