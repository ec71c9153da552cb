import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkKinds } from '#platform/kernel/scheduling/link.ts'
import { readLinks, writeLinks } from './link-text.ts'

it('a bare code is a finish-to-start link without lag', () => {
  expect(readLinks('1.1，1.2、2')).toEqual(
    ['1.1', '1.2', '2'].map((code) => ({ code, kind: 'FS', lag: { amount: 0, unit: 'd' } })),
  )
})

it('kind and lag stand behind the code, in working days or hours', () => {
  expect(readLinks('1.2SS+3d; 1.1fs-2天, 4FF+1.5H')).toEqual([
    { code: '1.2', kind: 'SS', lag: { amount: 3, unit: 'd' } },
    { code: '1.1', kind: 'FS', lag: { amount: -2, unit: 'd' } },
    { code: '4', kind: 'FF', lag: { amount: 1.5, unit: 'h' } },
  ])
})

it('a code with a hyphen keeps it', () => {
  expect(readLinks('A-3')).toEqual([{ code: 'A-3', kind: 'FS', lag: { amount: 0, unit: 'd' } }])
})

it('what is written is read back', () => {
  const code = fc.stringMatching(/^[1-9](\.[1-9]){0,3}$/)
  const link = fc.record({
    code,
    kind: fc.constantFrom(...linkKinds),
    lag: fc.record({ amount: fc.integer({ min: -999, max: 999 }), unit: fc.constantFrom('d' as const, 'h' as const) }),
  })
  fc.assert(
    fc.property(fc.array(link), (links) => {
      const plain = links.map((one) =>
        one.lag.amount === 0 ? { ...one, lag: { amount: 0, unit: 'd' as const } } : one,
      )
      expect(readLinks(writeLinks(plain))).toEqual(plain)
    }),
  )
})
