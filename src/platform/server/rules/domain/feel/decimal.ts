/** Takes off what binary fractions add to decimal ones: 0.1 + 0.2 is 0.3. Fifteen digits are what a double is right to. */
export function rounded(value: number): number {
  return Number(value.toPrecision(15))
}

/** Moves the decimal point without passing through a binary product: 1.005 by 2 is 100.5, not 100.49999999999999. */
export function shifted(value: number, places: number): number {
  const [digits, exponent] = value.toExponential().split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

const roundings = {
  up: (value: number) => (value < 0 ? Math.floor(value) : Math.ceil(value)),
  down: (value: number) => Math.trunc(value),
  'half up': (value: number) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5),
  'half down': (value: number) => Math.sign(value) * Math.ceil(Math.abs(value) - 0.5),
  'half even': (value: number) => {
    const floor = Math.floor(value)
    if (value - floor !== 0.5) return Math.round(value)
    return floor % 2 === 0 ? floor : floor + 1
  },
  floor: Math.floor,
  ceiling: Math.ceil,
} as const

/** A way to round, by what happens to the part that is cut off. */
export type Rounding = keyof typeof roundings

/** Rounds to so many decimal places; a negative number of places rounds to tens, hundreds and so on. */
export function roundTo(value: number, places: number, rounding: Rounding): number {
  return shifted(roundings[rounding](rounded(shifted(value, places))), -places) + 0
}
