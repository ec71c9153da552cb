import fc from 'fast-check'
import { unaryTest } from 'feelin'
import { expect, it } from 'vitest'
import { literalTest } from './literal-test.ts'
import { compileTests } from './unary-tests.ts'

const number = fc.integer({ min: -20, max: 20 })
const word = fc.constantFrom('"甲"', '"B, C"', '"x"')
const bracketed = fc
  .tuple(fc.constantFrom('[', '('), number, fc.nat(9), fc.constantFrom(']', ')'))
  .map(([open, from, length, close]) => `${open}${from}..${from + length}${close}`)
const compared = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), number).map(([sign, bound]) => `${sign} ${bound}`)
const piece = fc.oneof(number.map(String), word, bracketed, compared, fc.constantFrom('true', 'false'))
const cell = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(', '))
const value = fc.oneof(number, fc.constantFrom('甲', 'B, C', 'B', 'x'), fc.boolean())

it('the cells that are read without the interpreter say what feelin says', () => {
  fc.assert(
    fc.property(cell, value, (text, given) => {
      // feelin compares texts with numbers as JavaScript does; to the standard they cannot be compared.
      fc.pre(typeof given === 'number' || !/[<>.]/.test(text))
      const own = literalTest(text)
      expect(own, text).toBeDefined()
      expect(own?.(given), `${JSON.stringify(given)} in ${text}`).toBe(unaryTest(text, { '?': given }).value === true)
    }),
    { numRuns: 500 },
  )
})

it('a cell may name other facts, negate, and use the value in a condition', () => {
  const passes = (text: string, given: unknown, facts = {}) => compileTests(text)(given, facts)
  expect(passes('-', null)).toBe(true)
  expect(passes('not("甲", "乙")', '丙')).toBe(true)
  expect(passes('not("甲", "乙")', '乙')).toBe(false)
  expect(passes('< 收入上限', 3, { 收入上限: 5 })).toBe(true)
  expect(passes('? > 3 and ? < 9', 5)).toBe(true)
  expect(passes('允许的镇', '云峰', { 允许的镇: ['云峰', '妙高'] })).toBe(true)
  expect(passes('null, >= 12', null)).toBe(true)
  expect(passes('>= 12', null)).toBe(false)
  expect(passes('<= 上限', '甲', { 上限: 5 })).toBe(false)
  expect(passes('contains(?, "公寓")', '阳光公寓 3 幢')).toBe(true)
})

it('a cell that cannot be read holds for nothing, and says so', () => {
  const told: { kind: 'syntax' | 'null'; message: string; text: string }[] = []
  expect(compileTests('>= ')(3, {}, told)).toBe(false)
  expect(told).toMatchObject([{ kind: 'syntax', text: '>= ' }])
})
