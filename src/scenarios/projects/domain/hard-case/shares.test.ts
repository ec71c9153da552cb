import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areSharesSound, type Member, pointsOf } from './shares.ts'

const member = (person: string, share: number): Member => ({ person, organisation: 'fagai', share })
const teams = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }).map((parts) => {
  const sum = parts.reduce((all, part) => all + part, 0)
  const shares = parts.map((part) => Math.max(1, Math.floor((part * 100) / sum)))
  shares[0] = (shares[0] ?? 0) + 100 - shares.reduce((all, share) => all + share, 0)
  return shares.map((share, index) => member(String(index), share))
})

test('the points of a team make exactly those of the case, and nobody is more than one point off their share', () => {
  fc.assert(
    fc.property(teams, fc.integer({ min: 1, max: 1000 }), (team, total) => {
      const points = pointsOf(team, total)
      expect(points.reduce((all, one) => all + one.points, 0)).toBe(total)
      for (const [index, one] of points.entries())
        expect(Math.abs(one.points - ((team[index]?.share ?? 0) * total) / 100)).toBeLessThan(1)
    }),
  )
})

test('three equal members of 10 points: the one with the larger share gets the point that is left', () => {
  const points = pointsOf([member('a', 33), member('b', 34), member('c', 33)], 10)
  expect(points.map(({ person, points: got }) => [person, got])).toEqual([
    ['a', 3],
    ['b', 4],
    ['c', 3],
  ])
})

test('shares that do not make 100, a member named twice, a team without its leader are not sound', () => {
  expect(areSharesSound([member('a', 60), member('b', 40)], 'a')).toBe(true)
  expect(areSharesSound([member('a', 60), member('b', 41)], 'a')).toBe(false)
  expect(areSharesSound([member('a', 50), member('a', 50)], 'a')).toBe(false)
  expect(areSharesSound([member('b', 100)], 'a')).toBe(false)
  expect(areSharesSound([member('a', 99.5), member('b', 0.5)], 'a')).toBe(false)
})
