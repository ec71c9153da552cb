import { nearest } from './letters-near.ts'
import { newTally, raise, type Tally } from './tally.ts'

/** A phrase of a thing: as written, in letters of its pinyin, and by the first letter of each syllable. */
export type Phrase = {
  readonly thing: number
  readonly text: string
  readonly letters: string
  readonly firsts: string
}

/** Things that hold the words as they stand: the better, the more of the question they are and the less else the phrase says. */
export function holding(phrases: readonly Phrase[], things: number, words: string, share: number): Tally {
  const tally = newTally(things)
  for (const [number, { thing, text }] of phrases.entries())
    if (text.includes(words)) raise(tally, thing, share * (0.85 + 0.15 * (words.length / text.length)), number)
  return tally
}

/** Things of which the syllables of a phrase begin so, one after the other. */
export function byFirsts(phrases: readonly Phrase[], things: number, letters: string): Tally {
  const tally = newTally(things)
  if (letters.length < 2) return tally
  for (const [number, { thing, firsts }] of phrases.entries()) {
    const at = firsts.indexOf(letters)
    if (at >= 0) raise(tally, thing, (at === 0 ? 0.9 : 0.8) + 0.1 * (letters.length / firsts.length), number)
  }
  return tally
}

/** Things in whose pinyin the letters stand: four as they are, more with a letter or two aside. */
export function bySpelling(phrases: readonly Phrase[], things: number, letters: string): Tally {
  const tally = newTally(things)
  if (letters.length < 4) return tally
  const pattern = letters.slice(0, 31)
  const changes = pattern.length >= 9 ? 2 : pattern.length >= 5 ? 1 : 0
  const measure = nearest(pattern)
  for (const [number, { thing, letters: own }] of phrases.entries()) {
    const away = own.includes(pattern) ? 0 : measure(own)
    if (away > changes) continue
    raise(
      tally,
      thing,
      0.95 - (1.3 * away) / pattern.length + 0.05 * (pattern.length / Math.max(own.length, 1)),
      number,
    )
  }
  return tally
}

/** Things by words of their English names, begun or with a letter wrong. `firstPhrases` is the phrase to show for each. */
export function byEnglish(
  names: readonly (readonly string[])[],
  firstPhrases: readonly number[],
  asked: readonly string[],
): Tally {
  const tally = newTally(names.length)
  const words = asked.filter((word) => word.length >= 3).map((word) => ({ word, isNear: nearWord(word) }))
  for (const [thing, name] of names.entries()) {
    const matched = words.filter(({ word, isNear }) => name.some((one) => one.startsWith(word) || isNear(one))).length
    if (matched === 0) continue
    const score = (matched / words.length) * (0.85 + 0.15 * Math.min(1, matched / name.length))
    raise(tally, thing, score, firstPhrases[thing] ?? 0)
  }
  return tally
}

function nearWord(word: string): (other: string) => boolean {
  if (word.length < 5 || word.length > 31) return () => false
  const measure = nearest(word)
  return (other) => Math.abs(word.length - other.length) <= 1 && measure(other) <= 1
}
