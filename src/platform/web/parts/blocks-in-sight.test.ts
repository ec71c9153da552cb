import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rangeBetween } from './blocks-in-sight.ts'

const lists = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 }).map((heights) => {
  const tops = [0]
  for (const height of heights) tops.push((tops[tops.length - 1] ?? 0) + height)
  return tops
})
const spans = fc.tuple(fc.integer({ min: -5000, max: 30_000 }), fc.integer({ min: 0, max: 3000 }))

it('every block of which something lies in sight is drawn, and no other', () => {
  fc.assert(
    fc.property(lists, spans, (tops, [from, height]) => {
      const { first, end } = rangeBetween(tops, from, from + height)
      for (let place = 0; place < tops.length - 1; place++) {
        const [top = 0, bottom = 0] = [tops[place], tops[place + 1]]
        const isSeen = top <= from + height && bottom > from
        if (isSeen) expect(place >= first && place < end).toBe(true)
        else if (end - first > 1) expect(place >= first && place < end).toBe(false)
      }
    }),
  )
})

it('above the list its first block stands ready, below it the last', () => {
  expect(rangeBetween([0, 100, 200], -900, -500)).toEqual({ first: 0, end: 1 })
  expect(rangeBetween([0, 100, 200], 900, 1500)).toEqual({ first: 1, end: 2 })
})

it('of an empty list there is nothing to draw', () => {
  expect(rangeBetween([0], 0, 900)).toEqual({ first: 0, end: 0 })
})
