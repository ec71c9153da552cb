const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const places = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/**
 * True for a unified social credit code (GB 32100): eighteen characters, the ninth to seventeenth an organisation code (GB 11714)
 * with a check character of its own, the last the check character of all.
 * @example isCreditCode('91350100M000100Y43') // true
 */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false
  return creditCheckOf(text.slice(0, 17)) === text[17] && organisationCheckOf(text.slice(8, 16)) === text[16]
}

/** The last character to the seventeen before it. */
export function creditCheckOf(seventeen: string): string {
  const sum = weights.reduce((all, weight, at) => all + weight * characters.indexOf(seventeen[at] ?? ''), 0)
  return characters[(31 - (sum % 31)) % 31] ?? ''
}

/** The ninth character of an organisation code to its first eight. */
export function organisationCheckOf(eight: string): string {
  const sum = organisationWeights.reduce((all, weight, at) => all + weight * places.indexOf(eight[at] ?? ''), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : String(check % 11)
}

/** A code that holds together, for what is invented: kind (`91`), division and the first eight characters of the organisation code. */
export function creditCodeFor(kind: string, division: string, eight: string): string {
  const seventeen = `${kind}${division}${eight}${organisationCheckOf(eight)}`
  return seventeen + creditCheckOf(seventeen)
}
