import { byEnglish, byFirsts, bySpelling, holding, type Phrase } from './by-letters.ts'
import { gramIndex } from './gram-index.ts'
import { withoutIdlePinyin, withoutIdleWords } from './idle-words.ts'
import { normalText, stretches } from './normal-text.ts'
import { cutSyllables, heard, syllablesOf } from './syllables.ts'
import { bestOf, meanOf, type Tally } from './tally.ts'

/** What can be found: by its name, by what people say when they look for it, and by its English name. */
export type Searchable = {
  readonly id: string
  readonly name: string
  readonly english: string
  readonly sayings: readonly string[]
}

/** Something found: how well it answers, from 0 to 1, and the phrase of it that did. */
export type Hit = { readonly id: string; readonly score: number; readonly by: string }

/** An index of what can be found; see `searchIndex`. */
export type SearchIndex = {
  /** The best answers to a question, best first; those that are as good stand in the order in which they were given. */
  search(question: string, limit?: number): readonly Hit[]
}

const soundWeight = 0.88
const heardWeight = 0.8
const lettersWeight = 0.9
const least = 0.42
/** Hits that are this much worse than the best one only stand in the way. */
const leastOfBest = 0.5
const longestQuestion = 60

/**
 * Indexes things for questions as people type them: everyday Chinese, pinyin in full or by first letters, characters that sound alike,
 * a letter too many or too few, English. A few thousand things fit; the same question gives the same answer always.
 * @example searchIndex(matters).search('租房怎么提公积金')[0]?.id
 */
export function searchIndex(things: readonly Searchable[]): SearchIndex {
  const phrases = things.flatMap(({ name, sayings }, thing) => [name, ...sayings].map((text) => phraseOf(thing, text)))
  const match = { characters: characterMatcher(phrases, things.length), letters: letterMatcher(phrases, things) }
  return {
    search: (question, limit = 20) => {
      const text = normalText(question).slice(0, longestQuestion)
      const { han, latin } = stretches(text)
      const parts = [
        ...(han.length > 0 ? [match.characters(text)] : []),
        ...(latin.length > 0 ? [match.letters(latin)] : []),
      ]
      return rank(things, phrases, meanOf(things.length, parts), limit)
    },
  }
}

type SoundPhrase = Phrase & { readonly characters: string[][]; readonly syllables: string[][] }

function phraseOf(thing: number, written: string): SoundPhrase {
  const text = normalText(written)
  const { han } = stretches(text)
  const syllables = han.map(syllablesOf)
  const all = syllables.flat()
  const spelled = { letters: all.join(''), firsts: all.map((one) => one[0]).join('') }
  return { thing, text, ...spelled, characters: han.map((one) => [...one]), syllables }
}

/** By characters as written, as they sound, and as they sound to those who tell fewer sounds apart. */
function characterMatcher(phrases: readonly SoundPhrase[], things: number) {
  const written = gramIndex(
    phrases.map(({ thing, characters }) => ({ thing, units: characters })),
    things,
  )
  const sound = soundMatcher(phrases, things)
  const matchOne = (question: string): readonly (readonly [number, Tally])[] => {
    const { han } = stretches(question)
    const length = han.join('').length
    return [
      [1, written.match(han.map((one) => [...one]))],
      ...sound(han.map(syllablesOf)),
      ...han
        .filter((one) => one.length >= 2)
        .map((one) => [1, holding(phrases, things, one, one.length / length)] as const),
    ]
  }
  return (question: string): Tally => {
    const bare = withoutIdleWords(question)
    return bestOf(things, [...matchOne(question), ...(bare === question ? [] : matchOne(bare))])
  }
}

function soundMatcher(phrases: readonly SoundPhrase[], things: number) {
  const sounded = gramIndex(
    phrases.map(({ thing, syllables }) => ({ thing, units: syllables })),
    things,
    { needsPair: true },
  )
  const asHeard = gramIndex(
    phrases.map(({ thing, syllables }) => ({ thing, units: syllables.map((one) => one.map(heard)) })),
    things,
    { needsPair: true },
  )
  return (spoken: readonly (readonly string[])[]): readonly (readonly [number, Tally])[] => [
    [soundWeight, sounded.match(spoken)],
    [heardWeight, asHeard.match(spoken.map((one) => one.map(heard)))],
  ]
}

/** By pinyin in full or by first letters, and by English words. */
function letterMatcher(phrases: readonly SoundPhrase[], things: readonly Searchable[]) {
  const sound = soundMatcher(phrases, things.length)
  const names = things.map(({ english }) => normalText(english).split(' '))
  const firstPhrases: number[] = []
  for (const [number, { thing }] of phrases.entries()) firstPhrases[thing] ??= number
  return (asked: readonly string[]): Tally => {
    const words = withoutIdlePinyin(asked)
    const letters = words.join('')
    const cut = words.map(cutSyllables)
    const spoken = cut.every((one) => one !== undefined) ? [cut.flat() as string[]] : []
    return bestOf(things.length, [
      ...(spoken.length > 0 ? sound(spoken) : []),
      [lettersWeight, byFirsts(phrases, things.length, letters)],
      [lettersWeight, bySpelling(phrases, things.length, letters)],
      [1, byEnglish(names, firstPhrases, asked)],
    ])
  }
}

function rank(things: readonly Searchable[], phrases: readonly Phrase[], { score, by }: Tally, limit: number): Hit[] {
  const found = things.flatMap(({ id }, thing) => {
    const own = score[thing] ?? 0
    return own < least ? [] : [{ id, score: Math.min(1, own), by: phrases[by[thing] ?? 0]?.text ?? '' }]
  })
  const ranked = found.sort((a, b) => b.score - a.score) // stable: as given where they are as good
  return ranked.filter((hit) => hit.score >= (ranked[0]?.score ?? 0) * leastOfBest).slice(0, limit)
}
