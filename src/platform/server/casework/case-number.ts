import { randomInt } from 'node:crypto'

/** Letters and digits that nobody mistakes for each other, read over the telephone too. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A case's number: the day, then eight characters that tell nothing of how many came before. @example `20261122-7KQ2M9XB` */
export function newNumber(day: string): string {
  const tail = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${day.replaceAll('-', '')}-${tail}`
}
