import { newTally, raise, type Tally } from './tally.ts'

/** A phrase of a thing, as stretches of units: characters, or syllables. */
export type UnitPhrase = { readonly thing: number; readonly units: readonly (readonly string[])[] }

/** Phrases by the pairs and single units in them. */
export type GramIndex = {
  /**
   * How well each thing answers a question, from 0 to 1: what one phrase of it says, and what all of them say together. Rare pairs weigh
   * more than frequent ones; a unit that stands nowhere counts against all, a pair that does not is only how people talk.
   */
  match(question: readonly (readonly string[])[]): Tally
}

const singleWeight = 0.35
/** How much a phrase loses that says much more than what was asked. */
const excessWeight = 0.25
const phraseWeight = 0.6

type Posting = { readonly phrases: number[]; readonly things: number[] }

/**
 * `needsPair` asks for two units that stand together, where as many were asked for: there are so few syllables that single ones are everywhere.
 * @example gramIndex([{ thing: 0, units: [['公', '积', '金']] }], 1).match([['公', '积']])
 */
export function gramIndex(phrases: readonly UnitPhrase[], things: number, { needsPair = false } = {}): GramIndex {
  const postings = postingsOf(phrases)
  const weightOf = (gram: string) => {
    const rarity = Math.log(1 + things / (postings.get(gram)?.things.length ?? 1))
    return gram.includes(' ') ? rarity : rarity * singleWeight
  }
  const whole = phrases.map(({ units }) => [...new Set(gramsOf(units))].reduce((sum, gram) => sum + weightOf(gram), 0))
  return {
    match: (question) => {
      const asked = [...new Set(gramsOf(question))].filter((gram) => postings.has(gram) || !gram.includes(' '))
      const isStray = needsPair && question.flat().length > 1 && !asked.some((gram) => gram.includes(' '))
      if (isStray) return newTally(things)
      const weighed = asked.map((gram) => ({ weight: weightOf(gram), posting: postings.get(gram) }))
      const all = weighed.reduce((sum, { weight }) => sum + weight, 0)
      const bags = sumUp(weighed, things, ({ things: held }) => held)
      const sums = sumUp(weighed, phrases.length, ({ phrases: held }) => held)
      const tally = newTally(things)
      for (const phrase of new Set(weighed.flatMap(({ posting }) => posting?.phrases ?? []))) {
        const [sum, thing] = [sums[phrase] ?? 0, phrases[phrase]?.thing ?? 0]
        const said = (sum / all) * (1 - excessWeight * (1 - sum / Math.max(whole[phrase] ?? sum, sum)))
        raise(tally, thing, phraseWeight * said + (1 - phraseWeight) * ((bags[thing] ?? 0) / all), phrase)
      }
      return tally
    },
  }
}

type Weighed = { readonly weight: number; readonly posting: Posting | undefined }

function sumUp(weighed: readonly Weighed[], size: number, held: (posting: Posting) => readonly number[]): Float64Array {
  const sums = new Float64Array(size)
  for (const { weight, posting } of weighed)
    if (posting) for (const number of held(posting)) sums[number] = (sums[number] ?? 0) + weight
  return sums
}

function postingsOf(phrases: readonly UnitPhrase[]): ReadonlyMap<string, Posting> {
  const postings = new Map<string, Posting>()
  for (const [number, { thing, units }] of phrases.entries())
    for (const gram of new Set(gramsOf(units))) {
      const posting = postings.get(gram) ?? { phrases: [], things: [] }
      postings.set(gram, posting)
      posting.phrases.push(number)
      if (posting.things.at(-1) !== thing) posting.things.push(thing)
    }
  return postings
}

/** Single units, and pairs with a blank between their two. */
function gramsOf(stretches: readonly (readonly string[])[]): string[] {
  return stretches.flatMap((units) =>
    units.flatMap((unit, at) => {
      const next = units[at + 1]
      return next === undefined ? [unit] : [unit, `${unit} ${next}`]
    }),
  )
}
