import { expect, it } from 'vitest'
import { assertStorableText } from './storable-text.ts'

const nul = String.fromCharCode(0)

it('text of any language and plane is taken as it is', () => {
  assertStorableText({ name: '叶𬭎', list: ['ok', { deep: '🏞' }], file: new File(['x'], `a${nul}`), none: null })
})

it.each([[{ search: `a${nul}` }], [{ rows: [{ note: '\ud800' }] }], [{ [`k${nul}`]: 1 }]])(
  'what cannot be stored is refused with its place',
  (input) => {
    expect(() => assertStorableText(input)).toThrow('input.invalid')
  },
)
