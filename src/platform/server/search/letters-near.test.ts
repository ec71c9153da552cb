import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from './letters-near.ts'

/** The same by the plain table. */
function plainly(pattern: string, text: string): number {
  let row = Array.from({ length: pattern.length + 1 }, (_, index) => index)
  let best = pattern.length
  for (const letter of text) {
    const next = [0]
    for (let at = 1; at <= pattern.length; at += 1)
      next[at] = Math.min(
        (row[at - 1] ?? 0) + (pattern[at - 1] === letter ? 0 : 1),
        (row[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
      )
    row = next
    best = Math.min(best, row[pattern.length] ?? 0)
  }
  return best
}

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'g'), minLength, maxLength })

test('tells as few changes as the plain table', () => {
  fc.assert(
    fc.property(letters(1, 31), letters(0, 60), (pattern, text) => {
      expect(nearest(pattern)(text)).toBe(plainly(pattern, text))
    }),
    { numRuns: 500 },
  )
})

test('a word with one letter wrong is one change away, wherever it stands', () => {
  expect(nearest('gongjijn')('zufangtiqugongjijin')).toBe(1)
  expect(nearest('gongjijin')('zufangtiqugongjijin')).toBe(0)
})
