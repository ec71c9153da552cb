/**
 * Whose number it is: a citizen's (GB 11643), that of the residence permit of people from Hong Kong, Macao and Taiwan, or of a foreigner's
 * permanent residence card, which since 2023 has 18 digits too and begins with 9.
 */
export type IdentityForm = 'citizen' | 'hong-kong' | 'macao' | 'taiwan' | 'foreigner'

/** A number that holds together. */
export type IdentityNumber = {
  /** Eighteen characters; a number of the old fifteen is told as it is written today. */
  readonly number: string
  readonly form: IdentityForm
  /** As 1949-12-31. */
  readonly bornOn: string
  readonly sex: 'female' | 'male'
}

/** What is wrong with a number, for the person who typed it. */
export type IdentityNumberFault = 'length' | 'characters' | 'date' | 'check-digit'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/**
 * Reads an identity number as people write it: spaces and hyphens inside, a small x, full-width digits. An area code that is not known is no
 * fault, for the codes of abolished counties stay valid.
 * @example readIdentityNumber('11010519491231002x') // { number: '11010519491231002X', form: 'citizen', bornOn: '1949-12-31', sex: 'female' }
 */
export function readIdentityNumber(text: string): IdentityNumber | { readonly fault: IdentityNumberFault } {
  const written = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (written.length !== 18 && written.length !== 15) return { fault: 'length' }
  if (!/^(\d{17}[\dX]|\d{15})$/.test(written)) return { fault: 'characters' }
  const number = written.length === 18 ? written : renewed(written)
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(bornOn)) return { fault: 'date' }
  if (checkDigitOf(number.slice(0, 17)) !== number[17]) return { fault: 'check-digit' }
  return { number, form: formOf(number), bornOn, sex: Number(number[16]) % 2 === 0 ? 'female' : 'male' }
}

/** The eighteenth character to seventeen digits (ISO 7064, MOD 11-2). */
export function checkDigitOf(seventeen: string): string {
  const sum = weights.reduce((all, weight, at) => all + weight * Number(seventeen[at]), 0)
  return checkDigits[sum % 11] ?? ''
}

/** Numbers of fifteen digits were given out until 1999; the year has two digits, and nobody among them was born after 1999. */
function renewed(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return seventeen + checkDigitOf(seventeen)
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  const year = Number(day.slice(0, 4))
  return year >= 1800 && year < 2200 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

function formOf(number: string): IdentityForm {
  if (number.startsWith('9')) return 'foreigner'
  const permits = { '810000': 'hong-kong', '820000': 'macao', '830000': 'taiwan' } as const
  return permits[number.slice(0, 6) as keyof typeof permits] ?? 'citizen'
}
