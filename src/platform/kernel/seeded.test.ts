import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seeded } from './seeded.ts'

it('the same seed gives the same numbers, another seed others', () => {
  const some = (seed: string) => Array.from({ length: 20 }, seeded(seed).next)
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(some(seed)).toEqual(some(seed))
    }),
  )
  expect(some('a')).not.toEqual(some('b'))
})

it('whole numbers reach both ends of their range and never leave it', () => {
  const chance = seeded('dice')
  const thrown = new Set(Array.from({ length: 500 }, () => chance.whole(1, 6)))
  expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6])
})

it('shuffling keeps everything', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
      expect(seeded(seed).shuffled(items).sort()).toEqual([...items].sort())
    }),
  )
})
