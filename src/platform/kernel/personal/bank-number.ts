/**
 * The digits of an account or card as people write them: grouped by spaces or hyphens, full width. What else stands there stays.
 * @example bankDigits('6217 0000 0099 0011') // '6217000000990011'
 */
export function bankDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '')
}

/** True for the number of a bank card: 16 to 19 digits, the last of them the check digit (ISO/IEC 7812-1, Luhn). */
export function isBankCard(text: string): boolean {
  const digits = bankDigits(text)
  return /^[1-9]\d{15,18}$/.test(digits) && luhnSum(digits) % 10 === 0
}

/** True for the number of an account: 8 to 30 digits. Banks number a unit's account each in their own way, with no common check digit. */
export function isBankAccount(text: string): boolean {
  return /^\d{8,30}$/.test(bankDigits(text))
}

/**
 * A number as it stands on a card, in groups of four; what is none stays as it is.
 * @example groupedByFour('6217000000990011') // '6217 0000 0099 0011'
 */
export function groupedByFour(text: string): string {
  const digits = bankDigits(text)
  return /^\d+$/.test(digits) ? digits.replaceAll(/\d{4}(?=\d)/g, '$& ') : text
}

/** The sum of all digits, every second one from the right doubled, and of a double of two digits their sum. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
