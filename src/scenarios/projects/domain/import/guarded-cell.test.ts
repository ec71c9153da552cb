import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guardCell, unguardCell } from './guarded-cell.ts'

it.each(['=1+1', '+861', '-2', '@sum', '\tx', "'=1"])('%s is no formula any more once it is guarded', (text) => {
  expect(guardCell(text)).toBe(`'${text}`)
})

it('what is guarded comes back as it was, and what is not is left alone', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@-].{0,5}$/))
  fc.assert(
    fc.property(text, (one) => {
      expect(unguardCell(guardCell(one))).toBe(one)
    }),
  )
})
