import type { Variables } from '../scope.ts'
import { define, nothing } from './define.ts'
import { readPattern } from './pattern.ts'

/** The functions over patterns, which are those of XPath: blanks and comments with `x`, classes that take others away. */
export const texts: Variables = {
  matches: define(['input', 'pattern', 'flags'], (input: unknown, pattern: unknown, flags: unknown) => {
    const read = patternOf(input, pattern, flags, '')
    return read === null ? null : read.test(input as string)
  }),
  replace: define(
    ['input', 'pattern', 'replacement', 'flags'],
    (input: unknown, pattern: unknown, by: unknown, flags: unknown) => {
      const read = patternOf(input, pattern, flags, 'g')
      if (typeof by !== 'string') return nothing('replace needs a text')
      return read && (input as string).replace(read, by.replace(/\$0/g, '$$&'))
    },
  ),
  split: define(['string', 'delimiter'], (input: unknown, pattern: unknown) => {
    const read = patternOf(input, pattern, undefined, '')
    return read && (input as string).split(read)
  }),
}

function patternOf(input: unknown, pattern: unknown, flags: unknown, own: string): RegExp | null {
  if (typeof input !== 'string' || typeof pattern !== 'string') return nothing('a text and a pattern are needed')
  if (flags !== undefined && flags !== null && typeof flags !== 'string') return nothing('flags are a text')
  return readPattern(pattern, typeof flags === 'string' ? flags : '', own) ?? nothing(`${pattern} is not a pattern`)
}
