const longest = 500

/** A pattern of XPath as one of JavaScript; nothing where it is none, or too long to be one. */
export function readPattern(pattern: string, flags: string, own: string): RegExp | undefined {
  if (pattern.length > longest || /[^smix]/.test(flags)) return undefined
  const bare = flags.includes('x') ? withoutBlanks(pattern) : pattern
  if (/\[[^\]]*\\\d/.test(bare)) return undefined
  const blocks = bare.replace(/\\p\{IsBasicLatin\}/g, '[\\u0000-\\u007f]')
  const subtracting = /-\[[^\]]*\]\]/.test(blocks)
  const source = subtracting ? blocks.replace(/\[([^[\]]*)-\[([^\]]*)\]\]/g, '[[$1]--[$2]]') : blocks
  const unique = [...new Set(flags.replace('x', ''))].join('')
  try {
    return new RegExp(source, `${subtracting ? 'v' : 'u'}${unique}${own}`)
  } catch {
    return undefined
  }
}

/** With `x`, blanks mean nothing except in a class. */
function withoutBlanks(pattern: string): string {
  return pattern.replace(/(\[[^\]]*\])|\s+/g, (_, kept: string | undefined) => kept ?? '')
}
