const figures = '零一二三四五六七八九'

/** A text as it is compared: full-width and capitals evened out, figures as they are said, signs taken for blanks. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d{1,4}/g, (digits) => (digits.length > 1 && digits.startsWith('0') ? digits : said(Number(digits))))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The stretches of Chinese characters and of Latin letters of a normal text, in their order. */
export function stretches(text: string): { readonly han: readonly string[]; readonly latin: readonly string[] } {
  return { han: text.match(/\p{Script=Han}+/gu) ?? [], latin: text.match(/[a-zü]+/g) ?? [] }
}

/** A number below ten thousand as it is said: 80 is 八十, 2026 is 二千零二十六. */
function said(number: number): string {
  if (number < 10) return figures[number] ?? ''
  if (number < 20) return `十${number === 10 ? '' : said(number - 10)}`
  for (const [unit, name] of units)
    if (number >= unit) return `${said(Math.floor(number / unit))}${name}${rest(number % unit, unit)}`
  return ''
}

const units = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
] as const

function rest(number: number, below: number): string {
  if (number === 0) return ''
  const bridge = number < below / 10 ? '零' : ''
  return `${bridge}${number < 20 && number >= 10 ? `一${said(number)}` : said(number)}`
}
