/** How a value is shown to those who need not know it. `identity-number-strict` is for lists that are put up in public. */
export const maskKinds = [
  'none',
  'name',
  'identity-number',
  'identity-number-strict',
  'phone',
  'bank-card',
  'address',
  'all',
] as const
export type MaskKind = (typeof maskKinds)[number]

export function isMaskKind(text: string): text is MaskKind {
  return (maskKinds as readonly string[]).includes(text)
}

/**
 * A value masked as offices in China do: of a name the first character, of an identity number the area and the last four, of a phone
 * three and four, of a bank card the last four, of an address what leads to the village. What is too short for its kind is
 * masked whole. Characters outside the basic plane count as one.
 * @example mask('phone', '13800001234') // '138****1234'
 */
export function mask(kind: MaskKind, value: string): string {
  const characters = [...value]
  if (kind === 'none' || characters.length === 0) return value
  if (kind === 'address') return maskAddress(value)
  const [head, tail] = kept[kind]
  const hidden = characters.length - head - tail
  if (hidden < shortestHidden[kind]) return '*'.repeat(characters.length)
  return `${characters.slice(0, head).join('')}${'*'.repeat(hidden)}${tail === 0 ? '' : characters.slice(-tail).join('')}`
}

type ByEnds = Exclude<MaskKind, 'none' | 'address'>

const kept: Readonly<Record<ByEnds, readonly [head: number, tail: number]>> = {
  name: [1, 0],
  'identity-number': [6, 4],
  'identity-number-strict': [1, 1],
  phone: [3, 4],
  'bank-card': [0, 4],
  all: [0, 0],
}

const shortestHidden: Readonly<Record<ByEnds, number>> = {
  name: 1,
  'identity-number': 5,
  'identity-number-strict': 5,
  phone: 4,
  'bank-card': 8,
  all: 1,
}

/** Up to the village or community; where none is named, up to the town; else nothing. */
function maskAddress(address: string): string {
  const place = /^.*?(?:社区|居委会|村)/u.exec(address) ?? /^.*?(?:镇|乡|街道)/u.exec(address)
  return place === null ? '*'.repeat([...address].length) : `${place[0]}***`
}
