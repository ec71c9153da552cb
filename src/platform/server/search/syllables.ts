import { pinyin } from 'pinyin-pro'

/** The syllables of a stretch of Chinese characters, without tones. */
export function syllablesOf(han: string): string[] {
  return pinyin(han, { toneType: 'none', type: 'array', v: true })
}

/**
 * A syllable as those hear it who tell fewer sounds apart, as many in the south do: zh and z, n and l, f and h before u, -ng and -n are one.
 */
export function heard(syllable: string): string {
  return syllable
    .replace(/^(z|c|s)h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^r/, 'l')
    .replace(/^hu(?=[aoe])/, 'f')
    .replace(/(a|e|i|o|ua|ia|u)ng$/, '$1n')
}

const initials = 'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ')
const finals =
  'a o e i u v ai ei ui ao ou iu ie ve ue er an en in un vn ang eng ing ong ia ua uo uai iao ian uan iang uang iong van'.split(
    ' ',
  )
const bare = new Set(['a', 'o', 'e', 'ai', 'ei', 'ao', 'ou', 'an', 'en', 'ang', 'eng', 'er'])
const known = new Set([...initials.flatMap((initial) => finals.map((final) => initial + final)), ...bare])

/** Letters cut into syllables, as few as can be; undefined where they are no pinyin. */
export function cutSyllables(letters: string): string[] | undefined {
  const fewest: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= letters.length; end += 1)
    for (let start = Math.max(0, end - 6); start < end; start += 1) {
      const before = fewest[start]
      const piece = letters.slice(start, end)
      if (before === undefined || !known.has(piece)) continue
      const now = fewest[end]
      if (now === undefined || before.length + 1 < now.length) fewest[end] = [...before, piece]
    }
  return fewest[letters.length]
}
