import fc from 'fast-check'
import { expect, it } from 'vitest'
import { progressOf } from './progress.ts'

it('a branch sums up its leaves by their planned working time', () => {
  expect(
    progressOf([
      { progress: 100, weight: 3 },
      { progress: 0, weight: 1 },
    ]),
  ).toBe(0.75)
})

it('summing up never leaves the range of the leaves', () => {
  const leaf = fc.record({ progress: fc.integer({ min: 0, max: 100 }), weight: fc.nat(1_000_000_000) })
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1 }), (leaves) => {
      const all = leaves.map(({ progress }) => progress / 100)
      expect(progressOf(leaves)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
      expect(progressOf(leaves)).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
    }),
  )
})
