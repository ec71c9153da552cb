import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hiddenName, hideName } from './mask.ts'

const name = fc.oneof(
  fc.stringMatching(/^[王李张刘陈][小大明伟芳.*(]{1,3}$/),
  fc
    .string({ unit: 'grapheme', minLength: 2 })
    .filter((text) => text.trim().length > 1 && !hiddenName.includes(text.trim())),
)
const piece = fc.string({ maxLength: 12 })

it('a masked text names the complainant nowhere, however often the text did, spaced or not', () => {
  fc.assert(
    fc.property(name, fc.array(piece, { minLength: 1, maxLength: 5 }), fc.boolean(), (who, pieces, spaced) => {
      const written = spaced ? [...who].join(' ') : who
      const masked = hideName(pieces.join(written), who)
      expect(masked.replaceAll(hiddenName, '').includes(who)).toBe(false)
    }),
  )
})

it('without a complainant a text stays as it is', () => {
  fc.assert(
    fc.property(piece, (text) => {
      expect(hideName(text, null)).toBe(text)
    }),
  )
})
