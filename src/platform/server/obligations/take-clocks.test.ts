import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inPieces } from './take-clocks.ts'

it('what runs by a clock comes in pieces of so many at most, none left out and none twice', () => {
  const members = fc.array(fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(members, fc.integer({ min: 1, max: 12 }), (all, most) => {
      const running = { clock: 'c', readers: null, count: all.length, members: JSON.stringify(all) }
      const pieces = inPieces(running, most)
      expect(pieces.flatMap((one) => JSON.parse(one.members))).toEqual(all)
      expect(pieces.map(({ count }) => count)).toEqual(pieces.map((one) => JSON.parse(one.members).length))
      expect(Math.max(...pieces.map(({ count }) => count))).toBeLessThanOrEqual(most)
    }),
  )
})
